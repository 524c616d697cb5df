/* A page of the built package in headless Chromium, served from this machine under the security policy that the README asks for. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { chromium } from "playwright-core";

import { PACKAGE } from "./support.mjs";

const TYPES = { ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

async function answer(request, response) {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  try {
    const body = path === "/" ? "<!DOCTYPE html><title>huisuan</title>" : await readFile(join(PACKAGE, path));
    const type = path === "/" ? ".html" : path.slice(path.lastIndexOf("."));
    response.writeHead(200, { "Content-Type": TYPES[type] ?? "application/octet-stream", "Content-Security-Policy": POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/* Calls `use` with a page that has the package at its root, and closes everything afterwards. */
export async function withPage(use) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`in the page: ${error}`));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await use(page, browser.version());
  } finally {
    await browser.close();
    server.close();
  }
}
