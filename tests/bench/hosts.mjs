/* Load to first answer and assessments a second: native, in Node and in headless Chromium, on the same 500 random applicants. Medians. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { withPage } from "../wasm/chromium.mjs";
import { BUILD, PACKAGE, REGIONS, SOURCE } from "../wasm/support.mjs";

const SECONDS = 2;
const RUNS = 11;
const firm = join(SOURCE, "tests/samples/firm.json");
const file = join(BUILD, "bench.jsonl");
const run = (program, ...parameters) => execFileSync(program, parameters, { encoding: "utf8", maxBuffer: 1 << 28 });

const median = (values) => values.sort((x, y) => x - y)[values.length >> 1];

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
  return { ...(await measured()), first: median(firsts) };
}

function native() {
  const rates = JSON.parse(run(join(BUILD, "tests/bench_assess"), join(BUILD, "plugins"), file, String(SECONDS)));
  const cold = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    run(join(BUILD, "huisuan"), "assess", firm, "--format", "json");
    return performance.now() - begin;
  });
  return { ...rates, first: median(cold) };
}

const lines = run(join(BUILD, "tests/applicants"), join(BUILD, "plugins"), "500", "1");
writeFileSync(file, lines);
const applicants = lines.trim().split("\n");
const results = { native: native() };
results.Node = await repeated(() => inNode(applicants), async () => (await inNode([])).first);
await withPage(async (page, version) => {
  results[`Chromium ${version.split(".")[0]}`] = await repeated(
    () => inPage(page, applicants),
    async () => (await page.reload(), (await inPage(page, [])).first),
  );
});
console.log("JSON text in, canonical JSON out, five regions, one thread".padEnd(34));
console.log(`${"".padEnd(14)}${"to first answer".padStart(18)}${"a second, brief".padStart(24)}${"a second, with reasons".padStart(28)}`);
for (const [name, { first, brief, full }] of Object.entries(results)) {
  const share = (value, of) => `${Math.round(value).toLocaleString("en")} (${(value / of).toFixed(2)})`;
  console.log(
    `${name.padEnd(14)}${`${first.toFixed(1)} ms`.padStart(18)}${share(brief, results.native.brief).padStart(24)}${share(full, results.native.full).padStart(28)}`,
  );
}
