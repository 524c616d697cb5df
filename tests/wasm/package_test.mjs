/* The package as its users get it: packed, installed offline, its example run, its types compiled, its program started. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { FOLDERS, PACKAGE, SOURCE, native } from "./support.mjs";

const work = mkdtempSync(join(tmpdir(), "huisuan-"));
after(() => rmSync(work, { recursive: true, force: true }));
const quiet = { ...process.env, npm_config_cache: join(work, "cache"), npm_config_update_notifier: "false", npm_config_loglevel: "error" };
const run = (program, ...parameters) => execFileSync(program, parameters, { cwd: work, encoding: "utf8", env: quiet, maxBuffer: 1 << 26 });
const firm = join(SOURCE, "tests/samples/firm.json");

const tarball = run("npm", "pack", PACKAGE, "--silent").trim();
writeFileSync(join(work, "package.json"), '{"name": "user", "private": true, "type": "module"}\n');
run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);

test("the tarball holds what is meant to be in it", () => {
  const listed = run("tar", "-tzf", tarball).trim().split("\n").map((path) => path.replace("package/", "")).sort();
  assert.deepEqual(
    listed,
    [
      "LICENSE", "README.md", "bin/huisuan.mjs", "cli.cjs", "cli.wasm", "huisuan.d.ts", "huisuan.mjs", "huisuan.wasm", "package.json", "worker.mjs",
      ...FOLDERS.map((name) => `plugins/${name}.wasm`),
    ].sort(),
  );
});

test("the example of the README runs and prints what it says", () => {
  const [, example] = readFileSync(join(work, "node_modules/huisuan/README.md"), "utf8").match(/```js\n([^]*?)```/);
  const [, said] = example.match(/console\.log\(.*\); \/\/ (.*)/);
  writeFileSync(join(work, "example.mjs"), example);
  assert.equal(run(process.execPath, "example.mjs").trim(), said);
});

test("npx huisuan prints the bytes of the native program", () => {
  assert.equal(run("npx", "--offline", "huisuan", "assess", firm, "--format", "json"), native("assess", firm, "--format", "json"));
  assert.equal(run("npx", "--offline", "huisuan", "assess", firm), native("assess", firm));
});

test("the types compile as a user's would", () => {
  copyFileSync(join(SOURCE, "tests/wasm/types.ts"), join(work, "types.ts"));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
  run(process.execPath, join(SOURCE, "tests/node_modules/typescript/bin/tsc"), ...options, "types.ts");
});
