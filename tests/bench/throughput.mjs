/* How fast the evaluator and batch are, as ratios: to the same measures by hand in C, to a bare scan of the table, to cJSON, to themselves with
   more workers, to json-logic-engine. Then how they grow, drawn into build/bench/*.svg. Medians, with the least and the most of the runs. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { middle, plain, plot } from "./plot.mjs";

const SOURCE = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const BUILD = resolve(process.env.BUILD ?? join(SOURCE, "build"));
const BENCH = join(BUILD, "bench");
const ROWS = Number(process.env.ROWS ?? 50000);
const SECONDS = Number(process.env.SECONDS ?? 2);
const ROUNDS = 7;
const run = (program, ...parameters) => execFileSync(program, parameters, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "inherit"] });
const batch = (...parameters) => ["batch", ...parameters, "--plugins", join(BUILD, "plugins"), "--lang", "zh", "--brief"];
const path = (name) => join(BENCH, name);
mkdirSync(BENCH, { recursive: true });

/* ---- Applicants whose facts are all stated ---------------------------------------------------------------------------------------------- */

let state = 7;
const below = (bound) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0), Math.floor((state / 2 ** 32) * bound));
const pick = (...values) => values[below(values.length)];
const TRUTHS = ("registered_locally taxed_locally sound_accounts independent_legal_person in_park self_used_office newly_settled office_in_park first_time_at_scale " +
  "well_known_trademark shanghai_brand shared_data_centre high_tech_recognised specialised_recognised talent_event_recognised top_talent_recognised key_staff_housing " +
  "skills_training_projects skills_base_created outstanding_contribution hr_license university_cooperation it_enterprise digital_project_selected").split(" ");
const MONEY = "annual_revenue annual_rent paid_in_capital local_annual_revenue local_fiscal_contribution prior_main_revenue talent_event_cost bole_award digital_investment".split(" ");

function draw() {
  const facts = { applicant_kinds: [["hr_agency"], ["park_operator"], ["hr_agency", "employer"], ["association"]][below(4)] };
  for (const id of TRUTHS) facts[id] = below(4) > 0;
  for (const id of MONEY) facts[id] = pick(0, 100, 10000) * below(2500);
  return { ...facts, lease_years: below(6), park_level: pick("none", "district", "municipal", "national"),
    listing_status: pick("none", "municipal_reserve", "listed_named", "listed_chinext", "listed_other"), students_placed: below(1500) };
}

const cell = (value) => (value === true ? "是" : value === false ? "否" : Array.isArray(value) ? value.join(";") : String(value ?? ""));
const document = (facts) => JSON.stringify({ as_of: "2024-05-01", locations: ["310118", "330200"], facts });

/* The first `keep` facts of each. */
function write(name, applicants, keep = Infinity) {
  const ids = Object.keys(applicants[0]).slice(0, keep);
  const rows = applicants.map((facts, i) => [`A${i}`, "2024-05-01", "310118;330200", ...ids.map((id) => cell(facts[id]))].join(","));
  writeFileSync(path(`${name}.csv`), ["id,as_of,locations", ...rows].map((row, i) => (i === 0 ? [row, ...ids].join(",") : row)).join("\n") + "\n");
  writeFileSync(path(`${name}.jsonl`), applicants.map((facts) => document(Object.fromEntries(ids.map((id) => [id, facts[id]])))).join("\n") + "\n");
}

/* ---- Measuring -------------------------------------------------------------------------------------------------------------------------- */

const seconds = (parameters) => {
  const begin = performance.now();
  execFileSync(join(BUILD, "huisuan"), parameters, { stdio: ["ignore", "ignore", "inherit"] });
  return (performance.now() - begin) / 1000;
};

const beginning = (name) => path(name.replace(/\w+\./, "one."));

/* Applicants a second, without what a run of one costs. */
function rateOnce(name, count, parameters) {
  const start = seconds(batch(beginning(name), ...parameters));
  return count / Math.max(seconds(batch(path(name), ...parameters)) - start, 1e-4);
}

const rate = (name, count, parameters = ["--format", "csv"], runs = 3) => middle(Array.from({ length: runs }, () => rateOnce(name, count, parameters)));

/* The same of so many runs side by side, which share nothing: what more workers can bring on this machine. */
async function rateOfMany(runs, name, count, parameters) {
  const start = seconds(batch(beginning(name), ...parameters)), begin = performance.now();
  const running = Array.from({ length: runs }, () => spawn(join(BUILD, "huisuan"), batch(path(name), ...parameters), { stdio: ["ignore", "ignore", "inherit"] }));
  for (const [code] of await Promise.all(running.map((process) => once(process, "exit")))) if (code !== 0) throw new Error(`batch ended with ${code}`);
  return (runs * count) / Math.max((performance.now() - begin) / 1000 - start, 1e-4);
}

const applicants = Array.from({ length: ROWS }, draw);
write("stated", applicants);
write("one", applicants.slice(0, 1));
write("few", applicants.slice(0, 2000));
write("open", applicants.slice(0, 2000).map((facts) => Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, below(4) > 0 ? value : undefined]))));
const inMemory = () => JSON.parse(run(join(BUILD, "tests/bench_throughput"), join(BUILD, "plugins"), path("stated.jsonl"), path("stated.csv"), String(SECONDS / ROUNDS)));
const ofPeer = () => JSON.parse(run(process.execPath, join(SOURCE, "tests/bench/logic.mjs"), BENCH, path("few.jsonl"), path("open.jsonl"), String(SECONDS / ROUNDS)));

/* ---- The peer's results are the engine's ------------------------------------------------------------------------------------------------ */

const TWENTY = "rent opening contribution park_level scale listing trademark shanghai_brand data_centre high_tech specialised talent_event bole top_talent housing skills_training skills_base special_case"
  .split(" ").map((id) => `qingpu.${id}`).concat("ningbo.student_training", "ningbo.digital");

const peer = ofPeer();

/* Holds what the engine says of each of the twenty, verdict, low and high end, against what the peer says; "-" where it cannot say. */
function compare(name, say) {
  let count = 0;
  for (const row of run(join(BUILD, "huisuan"), ...batch(path(`${name}.csv`), "--format", "csv")).split("\r\n").slice(1, -1)) {
    const cells = row.split(","), measure = TWENTY.indexOf(cells[6]);
    if (measure < 0) continue;
    const said = say(Number(cells[1].slice(1)), measure, measure === 0 ? 3 : 1).map(String), found = cells.slice(-6, -3);
    if (!said.every((word, i) => word === "-" || word === found[i])) throw new Error(`${row}: the peer says ${said}`);
    count++;
  }
  if (count !== 2000 * TWENTY.length) throw new Error(`${count} results compared`);
}

compare("few", (applicant, measure, years) => {
  const found = peer.plainResults[applicant][measure], money = found === false ? 0 : years * found;
  return [found === false ? "不符合" : "符合", ...(peer.amounts[measure] ? ["-", money] : ["", ""])];
});
compare("open", (applicant, measure, years) => {
  const [surely, low, high] = peer.endsResults[applicant][measure] ?? [null, 0, 0];
  return [surely === null ? "不符合" : surely ? "符合" : "待定", ...(peer.amounts[measure] ? [surely ? years * low : 0, high === null ? "未定" : years * high] : ["", ""])];
});

/* ---- Ratios, each of figures from the same round, which had the same weather ------------------------------------------------------------ */

const rounds = [];
for (let round = 0; round < ROUNDS; round++)
  rounds.push({ ...inMemory(), ...ofPeer(), table: rateOnce("stated.csv", ROWS, ["--format", "csv"]), lines: rateOnce("stated.jsonl", ROWS, ["--format", "csv"]),
    budget: rateOnce("stated.csv", ROWS, ["--summary", "--format", "csv"]),
    ...Object.fromEntries([1, 2, 3, 4].map((jobs) => [`jobs${jobs}`, rateOnce("stated.csv", ROWS, ["--format", "csv", "--jobs", String(jobs)])])),
    apart: await rateOfMany(4, "stated.csv", ROWS, ["--format", "csv"]) });
const figures = (name) => middle(rounds.map((round) => round[name]));
const figure = ([median, least, most]) => `${plain(median)} (${plain(least)}–${plain(most)})`;

function line(goal, unit, what, one, other) {
  const scale = unit === "%" ? 100 : 1, [median, least, most] = middle(rounds.map((round) => (scale * round[one]) / round[other])).map((ratio) => +ratio.toPrecision(3));
  console.log(`${`${median} ${unit}`.padStart(8)} ${`(${least}–${most})`.padEnd(14)} ${goal.padEnd(8)} ${what.padEnd(60)}${figure(figures(one))} to ${figure(figures(other))}`);
}

console.log("Ratio (least–most), goal, what; applicants a second: median (least–most)");
line("≥ 50", "%", "20 measures, the evaluator to the same by hand", "evaluate", "twin");
line("≥ 60", "%", "batch CSV → CSV, to a bare scan of the table", "table", "csv");
line("", "%", "batch CSV → budget, to a bare scan of the table", "budget", "csv");
line("≥ 85", "%", "batch JSON Lines → CSV, to cJSON's parse and free", "lines", "cjson");
line("≥ 85", "%", "the gate, to cJSON's parse and free", "gate", "cjson");
line("≥ 3.4", "×", "batch CSV → CSV, 4 workers to 1", "jobs4", "jobs1");
line("", "×", "4 runs of one worker side by side, to 1", "apart", "jobs1");
for (const [ends, goals, one, text] of [["both ends", ["≥ 150", "≥ 40", "≥ 20"], "ends", "endsText"], ["one end", ["", "", ""], "plain", "plainText"]]) {
  line(goals[0], "×", `20 measures, to json-logic-engine compiled, ${ends}`, "evaluate", one);
  line(goals[1], "×", `the same from CSV, to its ${ends} from JSON text`, "rows", text);
  line(goals[2], "×", `the same from JSON text, to its ${ends}`, "documents", text);
}
console.log(`All policies, columns in memory: ${figure(figures("regions"))}`);

/* ---- Growth ----------------------------------------------------------------------------------------------------------------------------- */

const repeated = (count) => Array.from({ length: count }, (_, i) => applicants[i % ROWS]);
const counts = [1000, 10000, 100000, ...(process.env.LONG ? [1000000, 10000000] : [])];
plot(path("rows.svg"), "Rows of a table, applicants a second", counts.map((count) => {
  write("rows", repeated(Math.min(count, 100000)));
  if (count > 100000) {
    const [head, ...body] = readFileSync(path("rows.csv"), "utf8").split("\n");
    writeFileSync(path("rows.csv"), `${head}\n`);
    for (let i = 0; i < count / 100000; i++) writeFileSync(path("rows.csv"), body.join("\n"), { flag: "a" });
  }
  return [plain(count), rate("rows.csv", count, ["--format", "csv"])];
}));
plot(path("workers.svg"), "Workers, applicants a second", [1, 2, 3, 4].map((jobs) => [String(jobs), figures(`jobs${jobs}`)]));
plot(path("facts.svg"), "Facts given, applicants a second", [0, 5, 10, 20, 38].map((keep) => {
  write("facts", applicants.slice(0, 20000), keep);
  return [String(keep), rate("facts.csv", 20000, ["--format", "csv"])];
}));
plot(path("records.svg"), "Records of a list, applicants a second", [0, 10, 100, 1000, 10000].map((count) => {
  const sites = Array.from({ length: count }, (_, i) => ({ build_cost: 1000 + i }));
  const repeat = Math.max(20, Math.min(5000, Math.floor(50000 / Math.max(count, 1))));
  writeFileSync(path("records.jsonl"), applicants.slice(0, repeat).map((facts) => document({ ...facts, overseas_sites: sites })).join("\n") + "\n");
  return [plain(count), rate("records.jsonl", repeat, ["--format", "csv"])];
}));
