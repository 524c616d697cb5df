/* What the tests of the package share. BUILD is the build directory, SOURCE the project. */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const SOURCE = resolve(process.env.SOURCE ?? join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../.."));
export const BUILD = resolve(process.env.BUILD ?? join(SOURCE, "build"));
export const PACKAGE = join(BUILD, "wasm");
export const { load, startWorker, serve, HuisuanError } = await import(pathToFileURL(join(PACKAGE, "huisuan.mjs")).href);

// The folders of the regions; template is a policy to copy from and no region.
export const FOLDERS = readdirSync(join(SOURCE, "plugins"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "template").map((entry) => entry.name);
export const REGIONS = readdirSync(join(PACKAGE, "plugins")).sort().map((file) => file.replace(/\.wasm$/, ""));
export const region = (id) => readFileSync(join(PACKAGE, "plugins", `${id}.wasm`));
export const firm = readFileSync(join(SOURCE, "tests/samples/firm.json"));

export async function loadAll(options) {
  const engine = await load(options);
  for (const id of REGIONS) engine.addPolicy(region(id));
  return engine;
}

/* The native program. */
export const native = (...parameters) => execFileSync(join(BUILD, "huisuan"), parameters, { encoding: "utf8", maxBuffer: 1 << 28 });

/* A side module compiled from a C file, as plugins/README.md says. */
export function compileRegion(source, target, level = "-O2") {
  const flags = ["-std=c11", `-I${SOURCE}/core/include`, `-I${BUILD}/include`, "-sSIDE_MODULE=2", "-sEXPORTED_FUNCTIONS=_huisuan_policy"];
  execFileSync("emcc", [...level.split(" "), ...flags, source, "-o", target], { env: { ...process.env, NODE_PATH: "/usr/share/nodejs" } });
  return readFileSync(target);
}

/* The error that a call throws. */
export function refusal(call) {
  try {
    call();
  } catch (error) {
    if (error instanceof HuisuanError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
