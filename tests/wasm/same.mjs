/* The same bytes everywhere: the native program, the engine in Node, the package's and the page's, and in headless Chromium, for the
   applicants of all cases and N random ones.
       same.mjs [N [SEED [FILE OF CASES…]]]
   PROGRAMS names more native builds to hold against them, by their paths with : between.
   Each result is hashed by itself, so that the first applicant that differs can be named; printed is the SHA-256 over those hashes. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";

import { withPage } from "./chromium.mjs";
import { BUILD, PACKAGE, REGIONS, SOURCE, loadAll } from "./support.mjs";

const TODAY = { today: "2026-01-01" }; /* every document has a date; no host's clock plays a part */
const CHUNK = 500;
const count = Number(process.argv[2] ?? 100_000), seed = process.argv[3] ?? "1";

const hash = (value) => createHash("sha256").update(value).digest("hex");
const over = (hashes) => hash(hashes.join("\n"));

async function finished(child, wanted = 0) {
  const code = child.exitCode ?? (await new Promise((resolve) => child.once("close", resolve)));
  if (code !== wanted) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}`);
}

async function randomApplicants() {
  const child = spawn(join(BUILD, "tests/applicants"), [join(BUILD, "plugins"), String(count), seed], { stdio: ["ignore", "pipe", "inherit"] });
  const applicants = [];
  for await (const line of createInterface({ input: child.stdout })) applicants.push(line);
  await finished(child);
  return applicants;
}

/* The files of cases of the project and those named. */
const files = [
  join(SOURCE, "tests/cases/public.jsonl"),
  ...REGIONS.map((id) => join(SOURCE, `plugins/${id}/cases/${id}.jsonl`)),
  ...process.argv.slice(4),
];
const cases = () =>
  files.flatMap((file) => readFileSync(file, "utf8").trim().split("\n")).map((line) => JSON.stringify(JSON.parse(line).applicant));

/* Of each line, which need not be held whole. */
async function hashesOfLines(stream) {
  const hashes = [];
  let line = createHash("sha256");
  for await (const bytes of stream) {
    let from = 0;
    for (let end; (end = bytes.indexOf("\n", from)) >= 0; from = end + 1) {
      hashes.push(line.update(bytes.subarray(from, end)).digest("hex"));
      line = createHash("sha256");
    }
    line.update(bytes.subarray(from));
  }
  return hashes;
}

/* The program's result for each line. */
async function inBatch(program, parameters, plugins, applicants) {
  const child = spawn(program, [...parameters, "batch", "-", "--plugins", plugins], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(applicants.map((applicant) => `${applicant}\n`).join(""));
  const hashes = await hashesOfLines(child.stdout);
  await finished(child);
  return hashes;
}

async function inNode(applicants, options) {
  const engine = await loadAll(options);
  const hashes = [];
  let level = 0;
  for (const [i, applicant] of applicants.entries()) {
    hashes.push(hash(engine.assessBytes(applicant, TODAY)));
    if (i === 1000) level = engine.memory;
    if (i % CHUNK === 0) await setImmediate(); /* the others are read meanwhile */
  }
  console.log(`memory after 1,000 assessments ${level} bytes, after ${applicants.length} ${engine.memory}`);
  if (applicants.length > 1000 && engine.memory !== level) throw new Error("memory grew");
  return hashes;
}

async function inChromium(applicants) {
  return withPage(async (page, version) => {
    console.log(`Chromium ${version}`);
    await page.evaluate(async (regions) => {
      const { load } = await import("/huisuan.mjs");
      globalThis.engine = await load();
      for (const id of regions) engine.addPolicy(await (await fetch(`/plugins/${id}.wasm`)).arrayBuffer());
    }, REGIONS);
    const hashes = [];
    for (let at = 0; at < applicants.length; at += CHUNK)
      hashes.push(
        ...(await page.evaluate(
          ([chunk, options]) =>
            Promise.all(
              chunk.map(async (applicant) => {
                const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", engine.assessBytes(applicant, options)));
                return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
              }),
            ),
          [applicants.slice(at, at + CHUNK), TODAY],
        )),
      );
    return hashes;
  });
}

const applicants = [...cases(), ...(await randomApplicants())];
console.log(`${applicants.length - count} cases and ${count} random applicants (seed ${seed})`);
const native = (program) => inBatch(program, [], join(dirname(program), "plugins"), applicants);
const others = (process.env.PROGRAMS ?? "").split(":").filter(Boolean);
const hosts = {
  native: native(join(BUILD, "huisuan")),
  ...Object.fromEntries(others.map((program) => [program, native(program)])),
  "Node, program": inBatch(process.execPath, [join(PACKAGE, "bin/huisuan.mjs")], join(PACKAGE, "plugins"), applicants),
  Chromium: inChromium(applicants),
  "Node, engine": inNode(applicants),
  "Node, engine of the page": inNode(applicants, { wasm: readFileSync(join(BUILD, "wasm-small/huisuan.wasm")) }),
};
const wanted = await hosts.native;
let faults = 0;
for (const [name, found] of Object.entries(hosts)) {
  const hashes = await found;
  console.log(`${over(hashes)}  ${name}`);
  const first = wanted.findIndex((one, i) => hashes[i] !== one);
  if (hashes.length !== applicants.length || first >= 0) {
    faults++;
    console.log(`  ${hashes.length} results; the first that differs: ${first} ${applicants[first] ?? ""}`);
  }
}
process.exitCode = faults === 0 && applicants.length > 300 ? 0 : 1;
