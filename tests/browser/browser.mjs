// One browser for everything that the tests ask: a request on a line of JSON comes in, its answer goes out on another.
//
// A request names a script and its arguments, as tests/support/browser.rs has them. Each sees a browser in which
// nobody was before. CHROMIUM names the program, if it is not /usr/bin/chromium.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";
import { desk } from "./desk.mjs";
import { look } from "./look.mjs";
import { paste } from "./paste.mjs";
import { preview } from "./preview.mjs";

const scripts = { desk, look, paste, preview };
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

for await (const line of createInterface({ input: process.stdin })) {
  const [script, ...words] = JSON.parse(line);
  const answer = { said: "" };
  const say = (...words) => (answer.said += words.join(" ") + "\n");
  const fresh = await browser.createBrowserContext();
  try {
    await scripts[script](fresh, say, ...words);
  } catch (error) {
    answer.error = String(error.stack);
  }
  await fresh.close();
  console.log(JSON.stringify(answer));
}
await browser.close();
