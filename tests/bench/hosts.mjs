/* What one applicant costs: warm (tests/bench/assess.c, against cJSON's parse of the same text), from a cold start (tests/bench/start.c) with the five
   regions and with 500 generated ones, and in Node and headless Chromium, on the same 500 random applicants and the sample firm. Medians, least and most. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { withPage } from "../wasm/chromium.mjs";
import { BUILD, PACKAGE, REGIONS, SOURCE } from "../wasm/support.mjs";
import { middle, plain, plot } from "./plot.mjs";

const SECONDS = 0.5;
const RUNS = 7;
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
  rate({}, 2 * seconds); /* until it is compiled for speed */
  return { first, brief: rate({ brief: true }, seconds), full: rate({}, seconds) };
}

async function inNode(applicants) {
  const request = { url: pathToFileURL(`${PACKAGE}/`).href, regions: REGIONS, applicant: run("cat", firm), applicants, seconds: SECONDS };
  const code = `const measure = ${measure}; measure(JSON.parse(require("fs").readFileSync(0, "utf8"))).then((found) => console.log(JSON.stringify(found)));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", code], { input: JSON.stringify(request), encoding: "utf8" }));
}

const inPage = (page, applicants) =>
  page.evaluate(`(${measure})(${JSON.stringify({ url: new URL("/", page.url()).href, regions: REGIONS, applicant: run("cat", firm), applicants, seconds: SECONDS })})`);

const warm = (name, rounds = ROUNDS[name]) => JSON.parse(run(join(BUILD, "tests/bench_assess"), join(BUILD, "plugins"), join(BUILD, `bench-${name}.jsonl`), String(rounds)));

/* Milliseconds from nothing to the whole result. */
const started = (starts, ...command) => JSON.parse(run(join(BUILD, "tests/bench_start"), String(starts), ...command));
const cold = (starts, ...parameters) => started(starts, join(BUILD, "huisuan"), "assess", ...parameters, "--format", "json");

/* One of `count` generated regions is asked. */
function generated(count) {
  const regions = join(BUILD, "bench-regions");
  const applicant = join(BUILD, "bench-region.json");
  run("sh", join(SOURCE, "tests/bench/regions.sh"), join(BUILD, "huisuan"), `-I${SOURCE}/core/include -I${BUILD}/include`, regions, String(count));
  writeFileSync(applicant, JSON.stringify({ as_of: "2024-06-30", locations: ["500101"], facts: { sample_green: true, sample_equipment: 3000000 } }));
  return cold(STARTS, applicant, "--plugins", regions);
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
row("a process that does nothing, ms", started(STARTS, "true"));
row("cold start, five regions, ms", cold(STARTS, firm));
const installed = [1, 5, 50, 500].map((count) => [String(count), generated(count)]);
row("cold start, one of 500 regions, ms", installed.at(-1)[1]);
plot(join(BUILD, "bench/regions.svg"), "Regions installed, ms from a cold start to the answer", installed.map(([count, found]) => [count, Object.values(found)]), (ms) => ms.toFixed(1));

/* The hosts in turn, so that each ratio is of figures from one round. */
const applicants = lines.trim().split("\n");
const rounds = [];
await withPage(async (page, version) => {
  const browser = `Chromium ${version.split(".")[0]}`;
  for (let i = 0; i < RUNS; i++) {
    const { brief, full } = warm("random", 5);
    await page.reload();
    rounds.push({ native: { first: cold(11, firm).median, brief: 1e6 / brief.median, full: 1e6 / full.median }, Node: await inNode(applicants),
      [browser]: await inPage(page, applicants) });
  }
});
console.log("\nThe same, five regions, one thread: median, and its ratio to native in the same round (least–most)");
console.log(`${"".padEnd(14)}${"to first answer".padStart(18)}${"a second, brief".padStart(32)}${"a second, with reasons".padStart(32)}${"us".padStart(8)}`);
for (const name of Object.keys(rounds[0])) {
  const of = (figure) => middle(rounds.map((round) => round[name][figure]));
  const share = (figure) => middle(rounds.map((round) => round[name][figure] / round.native[figure])).map((ratio) => ratio.toFixed(2));
  const told = (figure) => `${plain(of(figure)[0])} ${share(figure)[0]} (${share(figure)[1]}–${share(figure)[2]})`;
  console.log(`${name.padEnd(14)}${`${of("first")[0].toFixed(1)} ms`.padStart(18)}${told("brief").padStart(32)}${told("full").padStart(32)}${(1e6 / of("full")[0]).toFixed(0).padStart(8)}`);
}
