/* The recipe for ClickHouse, run by ClickHouse itself (chdb, which `make proof` installs under build/) on N random applicants: its budget is that
   of `huisuan batch --summary` to the fen, once of all and once of those with nothing open, whose upper ends are known; and where huisuan is killed,
   loses a line or has no policies, the query fails. A million want 6 GB on the disk and 10 GB of memory:
       clickhouse.mjs N */
import { deepStrictEqual, throws } from "node:assert";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const SOURCE = new URL("../..", import.meta.url).pathname, BUILD = join(SOURCE, "build");
const RECIPES = join(SOURCE, "core/recipes"), CHDB = join(BUILD, "chdb"), WORK = join(CHDB, "work"), INSTALLED = join(WORK, "prefix");
const rows = Number(process.argv[2]);
const { Session } = createRequire(join(CHDB, "node_modules/"))("chdb");

const shell = (command) => execFileSync("sh", ["-c", command], { cwd: WORK, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 }).toString();

/* Figures as they are written, so that none passes through floating point. */
const exact = (text) => JSON.parse(text, (key, value, { source }) => (typeof value === "number" ? source : value));

/* ---- Where it runs ------------------------------------------------------------------------------------------------------------------ */

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
execFileSync("cmake", ["--install", BUILD, "--prefix", INSTALLED], { stdio: "ignore" });
/* Counts up to 99,999 and money up to a billion: the generator's extremes are beyond what can be added up. It makes some ranges empty, which
   are refused. Every ninth is assessed when hardly a policy is in force, and the last has had a measure's every year. */
shell(`${BUILD}/tests/applicants ${BUILD}/plugins ${rows - 1} 7 | sed -E 's/: ([0-9]{4})[0-9]{2,}/: \\1/g; s/"([0-9]{9})[0-9]+/"\\1/g
  0~9s/"as_of": "[^"]*"/"as_of": "2029-01-01"/' >all.jsonl`);
const received = [{ measure: "qingpu.rent", years: 3 }];
appendFileSync(join(WORK, "all.jsonl"), JSON.stringify({ as_of: "2023-06-30", locations: ["310118"], facts: {}, received }));
writeFileSync(join(WORK, "config.xml"), `<clickhouse>
  <user_defined_executable_functions_config>${RECIPES}/*_function.xml</user_defined_executable_functions_config>
</clickhouse>`);

const PATH = process.env.PATH;
const useHuisuan = (directory) => (process.env.PATH = `${directory}:${PATH}`);
useHuisuan(join(INSTALLED, "bin"));
const session = new Session(join(WORK, "data"), { connectionArgs: [`--config-file=${join(WORK, "config.xml")}`] });
const query = (sql) => session.query(sql, "JSONEachRow").split("\n").filter(Boolean).map(exact);
const applicants = (file) => `CREATE OR REPLACE VIEW applicants AS SELECT cityHash64(document) AS id, document
  FROM file('${join(WORK, file)}', 'LineAsString', 'document String')`;

/* ---- The budget, twice -------------------------------------------------------------------------------------------------------------- */

const [assess, refused, check, places, measures] = readFileSync(join(RECIPES, "budget.sql"), "utf8").split(";\n");
const interval = (row, name) => (row[`${name}_low`] === null ? null : { low: row[`${name}_low`], high: row[`${name}_high`] });

/* The recipe's rows in the form of --summary. */
function budgetOfQueries() {
  query(check);
  const found = query(measures);
  return query(places).map((place) => ({
    ...Object.fromEntries(["adcode", "applicants", "open", "certain"].map((name) => [name, place[name]])),
    ...Object.fromEntries(["total", "total_all_years", "people", "loans"].map((name) => [name, interval(place, name)])),
    measures: found.filter(({ adcode }) => adcode === place.adcode).map((row) => ({
      ...Object.fromEntries(["id", "eligible", "undetermined", "ineligible", "unbounded"].map((name) => [name, row[name]])),
      year: interval(row, "year"), whole: interval(row, "whole"),
    })),
  }));
}

function budgetOfBatch(file) {
  const { places } = exact(shell(`huisuan batch ${file} --summary --format json --jobs 4 --lang en 2>said || test $? = 1`));
  return places.sort((a, b) => (a.adcode < b.adcode ? -1 : 1)).map(({ name, drivers, measures, ...place }) => ({
    ...place,
    measures: measures.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ clause, title, unstated, ...measure }) => measure),
  }));
}

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(0);
query(applicants("all.jsonl"));
const begin = performance.now();
query(assess);
const budget = budgetOfQueries();
const taken = seconds(begin);
const again = performance.now();
const wanted = budgetOfBatch("all.jsonl");
const takenByBatch = seconds(again);
deepStrictEqual(budget, wanted);
const refusedCount = query(refused).length;
deepStrictEqual(`huisuan: ${rows - refusedCount} lines assessed, ${refusedCount} refused\n`, shell("tail -n 1 said"));

/* Those whose every upper end is known. */
query(`INSERT INTO FUNCTION file('${join(WORK, "closed.jsonl")}', 'LineAsString', 'document String') SELECT document FROM applicants
  WHERE id IN (SELECT id FROM results WHERE result.contract = 1 AND arrayAll(place -> place.total.high IS NOT NULL AND place.people.high IS NOT NULL
    AND place.loans.high IS NOT NULL AND place.total_all_years.high IS NOT NULL, result.places))`);
query("DROP TABLE results");
query(applicants("closed.jsonl"));
query(assess);
const closed = budgetOfQueries();
deepStrictEqual(closed, budgetOfBatch("closed.jsonl"));
const closedCount = query("SELECT count() AS n FROM results")[0].n;
if (closed.some(({ total }) => total.high === null)) throw new Error("an upper end is open where none should be");

/* ---- What must fail ----------------------------------------------------------------------------------------------------------------- */

/* Puts a script in the place of huisuan. */
function replaceHuisuan(script) {
  const directory = join(WORK, "instead");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "huisuan"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  useHuisuan(directory);
}

function fails(script, reason) {
  replaceHuisuan(script);
  throws(() => query("SELECT sum(result.places[1].certain) FROM (SELECT huisuan(document) AS result FROM applicants LIMIT 50)"), reason, script);
}

const real = `${join(INSTALLED, "bin/huisuan")} "$@"`, fewer = join(WORK, "fewer"), none = join(WORK, "none");
fails(`${real}; kill -9 $$`, /exited with return code 1/);
fails(`${real} | sed 3d`, /expected \d+ row\(s\), actual \d+/);
fails(`head -n 10 | ${real}`, /expected \d+ row\(s\), actual 10|Broken pipe/);
fails("exit 127", /exited with return code 1|Broken pipe/);
shell(`mkdir ${none} ${fewer} && cp ${BUILD}/plugins/beilun.* ${fewer}`);
fails(`exec ${real} --plugins ${none} --lang en`, /exited with return code 1[^]*no plugin|Broken pipe/);
replaceHuisuan(`exec ${real} --plugins ${fewer}`);
query(`INSERT INTO results SELECT 1, huisuan('{"locations": ["330206"], "facts": {}}')`);
throws(() => query(check), /the machines have different policies/);

session.close();
rmSync(WORK, { recursive: true });
const count = budget.reduce((sum, place) => sum + place.measures.length, 0);
console.log(`clickhouse: ${rows.toLocaleString("en")} rows (${refusedCount} refused), ${budget.length} places and their ${count} measures ` +
  `equal to --summary, likewise ${Number(closedCount).toLocaleString("en")} rows with nothing open; ${taken} s, batch ${takenByBatch} s`);
