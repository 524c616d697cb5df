/* What one applicant costs: warm (tests/bench/assess.c, against cJSON's parse of the same text), from a cold start (tests/bench/start.c) with the five
   regions and with 500 generated ones, and in Node and headless Chromium, on the same 500 random applicants and the sample firm. Medians, least and most. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { withPage } from "../wasm/chromium.mjs";
import { BUILD, PACKAGE, REGIONS, SOURCE } from "../wasm/support.mjs";
import { middle, plot } from "./plot.mjs";

const SECONDS = 2;
const RUNS = 11;
const ROUNDS = { random: 15, firm: 200 };
const STARTS = 201;
const firm = join(SOURCE, "tests/samples/firm.json");
const run = (program, ...parameters) => execFileSync(program, parameters, { encoding: "utf8", maxBuffer: 1 << 28 });

/* In whichever JavaScript: runs in Node as it stands and is sent to the page as text. */
async function measure({ url, regions, applicant, applicants, seconds }) {
  const bytes = async (from) => (globalThis.process?.versions?.node ? (await import("node:fs/promises")).readFile(new URL(from)) : (await fetch(from)).arrayBuffer());
  const begin = performance.now();
  const { load } = await import(`${url}huisuan.mjs`);
  const engine = await load();
  for (const id of regions) engine.addPolicy(await bytes(`${url}plugins/${id}.wasm`));
  engine.assessBytes(applicant);
  const first = performance.now() - begin;
  const rate = (options, length) => {
    const start = performance.now();
    let done = 0;
    for (; performance.now() < start + length * 1000; done++) engine.assessBytes(applicants[done % applicants.length], options);
    return (done * 1000) / (performance.now() - start);
  };
  if (applicants.length === 0) return { first };
  rate({ brief: true }, seconds / 4);
  return { first, brief: rate({ brief: true }, seconds), full: rate({}, seconds) };
}

async function inNode(applicants) {
  const request = { url: pathToFileURL(`${PACKAGE}/`).href, regions: REGIONS, applicant: run("cat", firm), applicants, seconds: SECONDS };
  const code = `const measure = ${measure}; measure(JSON.parse(require("fs").readFileSync(0, "utf8"))).then((found) => console.log(JSON.stringify(found)));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", code], { input: JSON.stringify(request), encoding: "utf8" }));
}

const inPage = (page, applicants) =>
  page.evaluate(`(${measure})(${JSON.stringify({ url: new URL("/", page.url()).href, regions: REGIONS, applicant: run("cat", firm), applicants, seconds: SECONDS })})`);

async function repeated(measured, first) {
  const firsts = [];
  for (let i = 0; i < RUNS; i++) firsts.push(await first());
  return { ...(await measured()), first: middle(firsts)[0] };
}

const warm = (name) => JSON.parse(run(join(BUILD, "tests/bench_assess"), join(BUILD, "plugins"), join(BUILD, `bench-${name}.jsonl`), String(ROUNDS[name])));

/* Milliseconds from nothing to the whole result. */
const started = (...command) => JSON.parse(run(join(BUILD, "tests/bench_start"), String(STARTS), ...command));
const cold = (...parameters) => started(join(BUILD, "huisuan"), "assess", ...parameters, "--format", "json");

/* One of `count` generated regions is asked. */
function generated(count) {
  const regions = join(BUILD, "bench-regions");
  const applicant = join(BUILD, "bench-region.json");
  run("sh", join(SOURCE, "tests/bench/regions.sh"), join(BUILD, "huisuan"), `-I${SOURCE}/core/include -I${BUILD}/include`, regions, String(count));
  writeFileSync(applicant, JSON.stringify({ as_of: "2024-06-30", locations: ["500101"], facts: { sample_green: true, sample_equipment: 3000000 } }));
  return cold(applicant, "--plugins", regions);
}

const lines = run(join(BUILD, "tests/applicants"), join(BUILD, "plugins"), "500", "1");
const sample = JSON.stringify(JSON.parse(run("cat", firm)));
writeFileSync(join(BUILD, "bench-random.jsonl"), lines);
writeFileSync(join(BUILD, "bench-firm.jsonl"), `${sample}\n`);

const figures = ({ median, min, max }) => `${median.toFixed(1).padStart(10)}${min.toFixed(1).padStart(10)}${max.toFixed(1).padStart(10)}`;
const row = (label, found, note = "") => console.log(`${label.padEnd(44)}${figures(found)}${note.padStart(16)}`);
console.log(`${"JSON text in, canonical JSON out".padEnd(44)}${"median".padStart(10)}${"least".padStart(10)}${"most".padStart(10)}`);
const natives = {};
for (const [name, label] of [["random", "random applicant"], ["firm", "sample firm"]]) {
  const found = (natives[name] = warm(name));
  const times = (of) => `${(of.median / found.parse.median).toFixed(1)} x cJSON`;
  row(`${label}: parsed by cJSON, us`, found.parse);
  row(`${label}: without reasons, us`, found.brief, times(found.brief));
  row(`${label}: with reasons, us`, found.full, times(found.full));
  row(`${label}: a sweep of the rent, us`, found.sweep);
}
row("a process that does nothing, ms", started("true"));
const first = cold(firm);
row("cold start, five regions, ms", first);
const installed = [1, 5, 50, 500].map((count) => [String(count), generated(count)]);
row("cold start, one of 500 regions, ms", installed.at(-1)[1]);
plot(join(BUILD, "bench/regions.svg"), "Regions installed, ms from a cold start to the answer", installed.map(([count, found]) => [count, Object.values(found)]), (ms) => ms.toFixed(1));

const applicants = lines.trim().split("\n");
const results = { native: { brief: 1e6 / natives.random.brief.median, full: 1e6 / natives.random.full.median, first: first.median } };
results.Node = await repeated(() => inNode(applicants), async () => (await inNode([])).first);
await withPage(async (page, version) => {
  results[`Chromium ${version.split(".")[0]}`] = await repeated(
    () => inPage(page, applicants),
    async () => (await page.reload(), (await inPage(page, [])).first),
  );
});
console.log("\nThe same, five regions, one thread");
console.log(`${"".padEnd(14)}${"to first answer".padStart(18)}${"a second, brief".padStart(24)}${"a second, with reasons".padStart(28)}`);
for (const [name, { first, brief, full }] of Object.entries(results)) {
  const share = (value, of) => `${Math.round(value).toLocaleString("en")} (${(value / of).toFixed(2)})`;
  console.log(
    `${name.padEnd(14)}${`${first.toFixed(1)} ms`.padStart(18)}${share(brief, results.native.brief).padStart(24)}${share(full, results.native.full).padStart(28)}`,
  );
}
