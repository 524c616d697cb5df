/* The built package in headless Chromium, served from this machine under the security policy that its README asks for. */
import { chromium } from "playwright-core";

import { serve } from "../../web/serve.mjs";
import { PACKAGE } from "./support.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/* Calls `use` with a page that has the package at its root, and closes everything afterwards. */
export async function withPage(use) {
  const { server, address } = await serve(PACKAGE, POLICY);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`in the page: ${error}`));
    await page.goto(`${address}package.json`);
    return await use(page, browser.version());
  } finally {
    await browser.close();
    server.close();
  }
}
