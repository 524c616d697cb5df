/* The twenty measures of twin.h for json-logic-engine, compiled, on applicants whose facts are all stated. Prints a line of JSON: the rates and
   what each applicant came to, so that they can be held against the engine's.
       node logic.mjs PACKAGES JSONL SECONDS */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, file, seconds] = process.argv.slice(2);
const { LogicEngine } = await import(pathToFileURL(join(packages, "node_modules/json-logic-engine/dist/esm/index.js")).href);

const fact = (name) => ({ var: name });
const all = (...conditions) => ({ and: conditions });
const has = (...kinds) => ({ or: kinds.map((kind) => ({ in: [kind, fact("applicant_kinds")] })) });
const wan = (figure) => figure * 10000;
const share = (name, percent, most) => ({ min: [most, { "/": [{ "*": [fact(name), percent] }, 100] }] });
const local = all(...["registered_locally", "taxed_locally", "sound_accounts", "independent_legal_person"].map(fact));
const agency = all(has("hr_agency"), local);
const licensed = all(has("hr_agency"), fact("registered_locally"), fact("independent_legal_person"), fact("hr_license"));
const over = (name, figure) => ({ ">": [fact(name), figure] });
const from = (name, figure) => ({ ">=": [fact(name), figure] });
const is = (name, value) => ({ "==": [fact(name), value] });

/* Condition and amount; no amount where the document gives none. */
const measures = [
  [all(local, { or: [all(has("hr_agency"), fact("in_park"), over("annual_revenue", wan(2000))), has("park_operator")] }, fact("self_used_office"), from("lease_years", 3)),
    share("annual_rent", 30, wan(60))],
  [all(agency, fact("newly_settled"), fact("office_in_park"), from("paid_in_capital", wan(500)), from("local_annual_revenue", wan(500))),
    { if: [from("local_annual_revenue", wan(2000)), wan(80), from("local_annual_revenue", wan(1500)), wan(60), from("local_annual_revenue", wan(1000)), wan(40), from("local_annual_revenue", wan(500)), wan(20), 0] }],
  [all(agency, fact("in_park"), over("local_fiscal_contribution", 0))],
  [all(has("park_operator"), { in: [fact("park_level"), ["national", "municipal", "district"]] }),
    { if: [is("park_level", "national"), wan(100), is("park_level", "municipal"), wan(50), is("park_level", "district"), wan(20), 0] }],
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
  [all(licensed, { "!": [fact("it_enterprise")] }, from("digital_investment", wan(100)), fact("digital_project_selected")), share("digital_investment", 20, wan(100))],
];

const engine = new LogicEngine();
const rules = measures.map(([when, pays]) => engine.build(pays === undefined ? { if: [when, 1, 0] } : { if: [when, pays, -1] }));
const lines = readFileSync(file, "utf8").trim().split("\n");
const applicants = lines.map((line) => JSON.parse(line).facts);
const assess = (facts) => rules.map((rule) => rule(facts));

function rate(run) {
  const begin = performance.now();
  let done = 0;
  for (; performance.now() < begin + seconds * 1000; done++) run(done % lines.length);
  return (done * 1000) / (performance.now() - begin);
}

rate((i) => assess(applicants[i]));
const median = (run) => {
  const rates = Array.from({ length: 5 }, () => rate(run)).sort((x, y) => x - y);
  return [rates[2], rates[0], rates[4]];
};
console.log(JSON.stringify({ evaluate: median((i) => assess(applicants[i])), text: median((i) => assess(JSON.parse(lines[i]).facts)), results: applicants.map(assess) }));
