/* The twenty measures of twin.h for json-logic-engine, compiled. Prints a line of JSON: the rates, and what each applicant came to, so that it can be
   held against the engine's. `ends` evaluates what the engine does, both ends of what is not known; `plain` one end of facts that are all stated; each
   also from the text.
       node logic.mjs PACKAGES STATED OPEN SECONDS
   The rates are of the applicants in STATED, the results of those in OPEN, of whom less is known. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, stated, open, seconds] = process.argv.slice(2);
const { LogicEngine } = await import(pathToFileURL(join(packages, "node_modules/json-logic-engine/dist/esm/index.js")).href);

/* ---- The measures, for one end ---------------------------------------------------------------------------------------------------------- */

const KINDS = ["hr_agency", "park_operator", "employer", "association"];
const CHOICES = { park_level: ["none", "district", "municipal", "national"], listing_status: ["none", "municipal_reserve", "listed_named", "listed_chinext", "listed_other"] };
const TRUTHS = ("registered_locally taxed_locally sound_accounts independent_legal_person in_park self_used_office newly_settled office_in_park first_time_at_scale " +
  "well_known_trademark shanghai_brand shared_data_centre high_tech_recognised specialised_recognised talent_event_recognised top_talent_recognised key_staff_housing " +
  "skills_training_projects skills_base_created outstanding_contribution hr_license university_cooperation it_enterprise digital_project_selected").split(" ");
const NUMBERS = ("annual_revenue annual_rent paid_in_capital local_annual_revenue local_fiscal_contribution prior_main_revenue talent_event_cost bole_award " +
  "digital_investment lease_years students_placed").split(" ");

const all = (...conditions) => ({ and: conditions });
const wan = (figure) => figure * 10000;

/* Condition and amount of each; no amount where the document gives none. An end says what a fact is, what it is at the other end, which of its
   values a choice has, what the least or the most of the amounts by choice is, and what is left of an amount that may be anything up to another. */
function measures({ fact, other, is, by, upTo }) {
  const has = (...kinds) => ({ or: kinds.map((kind) => ({ in: [kind, fact("applicant_kinds")] })) });
  const share = (name, percent, most) => ({ min: [most, { "/": [{ "*": [fact(name), percent] }, 100] }] });
  const over = (name, figure) => ({ ">": [fact(name), figure] });
  const from = (name, figure) => ({ ">=": [fact(name), figure] });
  const local = all(...["registered_locally", "taxed_locally", "sound_accounts", "independent_legal_person"].map(fact));
  const agency = all(has("hr_agency"), local);
  const licensed = all(has("hr_agency"), fact("registered_locally"), fact("independent_legal_person"), fact("hr_license"));
  return [
    [all(local, { or: [all(has("hr_agency"), fact("in_park"), over("annual_revenue", wan(2000))), has("park_operator")] }, fact("self_used_office"), from("lease_years", 3)),
      share("annual_rent", 30, wan(60))],
    [all(agency, fact("newly_settled"), fact("office_in_park"), from("paid_in_capital", wan(500)), from("local_annual_revenue", wan(500))),
      { if: [from("local_annual_revenue", wan(2000)), wan(80), from("local_annual_revenue", wan(1500)), wan(60), from("local_annual_revenue", wan(1000)), wan(40), from("local_annual_revenue", wan(500)), wan(20), 0] }],
    [all(agency, fact("in_park"), over("local_fiscal_contribution", 0))],
    [all(has("park_operator"), is("park_level", "national", "municipal", "district")), by("park_level", [["none", 0], ["district", wan(20)], ["municipal", wan(50)], ["national", wan(100)]])],
    [all(agency, fact("newly_settled"), over("prior_main_revenue", wan(10000)), fact("first_time_at_scale"))],
    [all(agency, is("listing_status", "listed_named"))],
    [all(agency, fact("well_known_trademark"))],
    [all(agency, fact("shanghai_brand"))],
    [fact("shared_data_centre")],
    [all(agency, fact("high_tech_recognised"))],
    [all(agency, fact("specialised_recognised"))],
    [all(has("park_operator"), fact("talent_event_recognised"), over("talent_event_cost", 0)), share("talent_event_cost", 30, wan(10))],
    [all(agency, over("bole_award", 0)), fact("bole_award")],
    [all(agency, fact("in_park"), fact("top_talent_recognised"))],
    [all(agency, fact("in_park"), fact("key_staff_housing"))],
    [all(agency, fact("skills_training_projects"))],
    [all(has("hr_agency", "association"), fact("skills_base_created"))],
    [all(fact("in_park"), fact("outstanding_contribution"))],
    [all(licensed, fact("university_cooperation"), from("students_placed", 1)), { min: [wan(50), { "*": [fact("students_placed"), 500] }] }],
    [all(licensed, { "!": [other("it_enterprise")] }, from("digital_investment", wan(100)), fact("digital_project_selected")), upTo(share("digital_investment", 20, wan(100)))],
  ];
}

const value = (name) => ({ var: name });
const low = (name) => ({ var: `${name}_low` }), high = (name) => ({ var: `${name}_high` });
const possible = (name, choice) => ({ in: [choice, high(name)] });
const first = (pairs, holds) => ({ if: [...pairs.slice(0, -1).flatMap(([choice, amount]) => [holds(choice), amount]), pairs.at(-1)[1]] });

const PLAIN = { fact: value, other: value, is: (name, ...choices) => ({ in: [value(name), choices] }),
  by: (name, pairs) => first(pairs, (choice) => ({ "==": [value(name), choice] })), upTo: (amount) => amount };
const LOW = { fact: low, other: high, is: (name, ...choices) => all(...CHOICES[name].filter((choice) => !choices.includes(choice)).map((choice) => ({ "!": [possible(name, choice)] }))),
  by: (name, pairs) => first(pairs, (choice) => possible(name, choice)), upTo: () => 0 };
const HIGH = { fact: high, other: low, is: (name, ...choices) => ({ or: choices.map((choice) => possible(name, choice)) }),
  by: (name, pairs) => first([...pairs].reverse(), (choice) => possible(name, choice)), upTo: (amount) => amount };

const engine = new LogicEngine();
const compiled = (end) => measures(end).map(([when, pays]) => ({ when: engine.build(when), pays: pays === undefined ? undefined : engine.build(pays) }));
const plain = compiled(PLAIN), lows = compiled(LOW), highs = compiled(HIGH);

/* Amounts are computed only where they are wanted. */
const assessPlain = (facts) => plain.map(({ when, pays }) => (when(facts) ? (pays === undefined ? true : pays(facts)) : false));
const assessEnds = (facts) =>
  highs.map(({ when, pays }, i) => (when(facts) ? [lows[i].when(facts), pays === undefined ? null : lows[i].pays(facts), pays === undefined ? null : pays(facts)] : null));

/* ---- The applicants --------------------------------------------------------------------------------------------------------------------- */

/* Both ends of each fact: of truths false before true, of choices the values that they may have. */
function endsOf(facts) {
  const ends = {};
  for (const name of TRUTHS) ends[`${name}_low`] = facts[name] ?? false, ends[`${name}_high`] = facts[name] ?? true;
  for (const name of NUMBERS) ends[`${name}_low`] = facts[name] ?? 0, ends[`${name}_high`] = facts[name] ?? Infinity;
  for (const name in CHOICES) ends[`${name}_high`] = facts[name] === undefined ? CHOICES[name] : [facts[name]];
  ends.applicant_kinds_low = facts.applicant_kinds ?? [], ends.applicant_kinds_high = facts.applicant_kinds ?? KINDS;
  return ends;
}

const read = (file) => readFileSync(file, "utf8").trim().split("\n");
const factsOf = (line) => JSON.parse(line).facts;
const lines = read(stated), facts = lines.map(factsOf), ends = facts.map(endsOf);

function rate(run) {
  const begin = performance.now();
  let done = 0;
  for (; performance.now() < begin + seconds * 1000; done++) run(done % lines.length);
  return (done * 1000) / (performance.now() - begin);
}

const works = { plain: (i) => assessPlain(facts[i]), plainText: (i) => assessPlain(factsOf(lines[i])), ends: (i) => assessEnds(ends[i]), endsText: (i) => assessEnds(endsOf(factsOf(lines[i]))) };
const rates = () => Object.fromEntries(Object.entries(works).map(([name, run]) => [name, rate(run)]));
rates();
console.log(JSON.stringify({ ...rates(), amounts: plain.map(({ pays }) => pays !== undefined), plainResults: facts.map(assessPlain), endsResults: read(open).map((line) => assessEnds(endsOf(factsOf(line)))) }));
