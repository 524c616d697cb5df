#!/usr/bin/env node
/* The command line of core/cli, compiled to WebAssembly, with Node's file system. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";

const here = (name) => new URL(`../${name}`, import.meta.url);
const start = createRequire(import.meta.url)("../cli.cjs");
const { LANG = "", LC_ALL = "", LC_MESSAGES = "", NO_COLOR = "" } = process.env;
const environment = { LANG, LC_ALL, LC_MESSAGES, NO_COLOR, HUISUAN_PLUGINS: fileURLToPath(here("plugins")) };

const program = {
  arguments: process.argv.slice(2),
  thisProgram: "huisuan",
  wasmBinary: readFileSync(here("cli.wasm")),
  preRun: [() => Object.assign(program.ENV, environment)],
  /* Without a regular exit something inside failed: 6, an internal error. */
  quit: (status, thrown) => process.exit(thrown?.name === "ExitStatus" ? status : 6),
  onRuntimeInitialized() {
    for (const file of [0, 1, 2]) program.FS.streams[file].tty = isatty(file);
  },
};
await start(program);
