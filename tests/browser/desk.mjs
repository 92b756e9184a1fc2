// The desk as a clerk uses it: steps on a page, each with what is seen after it; tests/desk.rs says which.
//
// A step is an array: ["press", words] presses a button or link, ["type", field, text], ["choose", field, value],
// ["file", field, paths...], ["tick", words], ["go", address], ["say"], ["shown"], ["axe"], ["keys", key...],
// ["second", words, seen] presses in this window and waits until another one shows `seen`.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { until } from "./until.mjs";

/** Waits until the page no longer reloads by itself. */
async function settled(tab) {
  let last;
  for (let quiet = 0; quiet < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    let now;
    try {
      now = await tab.evaluate(() => document.readyState === "complete" && performance.timeOrigin);
    } catch {
      now = null;
    }
    quiet = now && now === last ? quiet + 1 : 0;
    last = now;
  }
}

/** The visible button or link with these words, or with a name that begins with them. */
async function named(tab, words) {
  const handle = await tab.evaluateHandle((words) => {
    const all = [...document.querySelectorAll("button, a, summary")].filter((element) => element.checkVisibility());
    const text = (element) => element.textContent.trim();
    return all.find((e) => text(e) === words) ?? all.find((e) => e.getAttribute("aria-label")?.startsWith(words)) ?? null;
  }, words);
  const element = handle.asElement();
  if (!element) throw new Error(`nothing is called ${words} in\n${await tab.evaluate(() => document.body.innerText)}`);
  return element;
}

const outcome = (tab) =>
  tab.evaluate(() => {
    const text = (selector) => document.querySelector(selector)?.innerText.trim();
    const findings = document.querySelectorAll(".outcome .findings li").length;
    return [text(".state"), text(".outcome .text"), findings ? `findings: ${findings}` : ""].filter(Boolean).join(" | ");
  });

async function axe(tab, say) {
  await tab.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations, passes } = await tab.evaluate(() => axe.run(document, { iframes: false }));
  if (passes.length < 10) say("axe looked at nothing");
  for (const { id, nodes } of violations) say(id, nodes.map((node) => node.html).join(" | "));
}

const steps = {
  async go(tab, _, address) {
    await tab.goto(new URL(address, tab.home).href, { waitUntil: "load" });
  },
  async press(tab, say, words) {
    const element = await named(tab, words);
    const leaves = await element.evaluate((e) => (e.matches("a") ? !e.target : e.form !== null && e.type === "submit"));
    const left = leaves ? tab.waitForNavigation({ waitUntil: "load" }) : null;
    await element.click();
    await left;
    await settled(tab);
    say(`[${words}]`, await outcome(tab));
  },
  async type(tab, _, field, text) {
    await tab.$eval(field, (input) => (input.value = ""));
    await tab.type(field, text);
  },
  async choose(tab, _, field, value) {
    await tab.select(field, value);
  },
  async file(tab, _, field, ...paths) {
    await (await tab.$(field)).uploadFile(...paths);
  },
  async tick(tab, _, words) {
    const label = await tab.evaluateHandle(
      (words) => [...document.querySelectorAll("label")].find((label) => label.innerText.includes(words)),
      words,
    );
    await label.asElement().click();
  },
  async say(tab, say) {
    say(await tab.evaluate(() => document.querySelector("main").innerText.replace(/\n+/g, "\n")));
  },
  async shown(tab, say, selector) {
    const frame = tab.frames().find((frame) => frame.name() === "site");
    await until(frame, (selector) => document.querySelector(selector) !== null, selector);
    say(await frame.$eval(selector, (element) => element.innerText.trim()));
  },
  async axe(tab, say) {
    for (const width of [1280, 768, 360]) {
      await tab.setViewport({ width, height: 900 });
      await axe(tab, say);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) say(`${width}: ${wide} points too wide`);
    }
    await tab.setViewport({ width: 1280, height: 900 });
  },
  /** The names of what the keyboard reaches, in order, outside the frame. */
  async tour(tab, say) {
    const names = [];
    await tab.evaluate(() => document.activeElement?.blur());
    for (let i = 0; i < 60; i++) {
      await tab.keyboard.press("Tab");
      const name = await tab.evaluate(() => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        if (getComputedStyle(e).outlineStyle === "none" && e.tagName !== "IFRAME") return `${e.tagName} without a ring`;
        return e.getAttribute("aria-label") ?? (e.innerText?.trim() || e.id || e.name);
      });
      if (name === null) break;
      if (names.at(-1) !== name) names.push(name);
    }
    say(names.join(" · "));
  },
  /** Goes to something by the keyboard alone, and presses Enter. */
  async keyboard(tab, say, words) {
    await tab.evaluate(() => document.activeElement?.blur());
    for (let i = 0; i < 200; i++) {
      await tab.keyboard.press("Tab");
      const name = await tab.evaluate(() => document.activeElement?.innerText?.trim());
      if (name === words) break;
      if (i === 199) throw new Error(`the keyboard does not reach ${words}`);
    }
    const left = tab.waitForNavigation({ waitUntil: "load" });
    await tab.keyboard.press("Enter");
    await left;
    await settled(tab);
    say(`[${words}]`, await outcome(tab));
  },
  async second(tab, say, words, seen) {
    const other = await tab.browserContext().newPage();
    await other.goto(tab.url(), { waitUntil: "load" });
    await tab.bringToFront();
    await steps.press(tab, say, words);
    await other.bringToFront();
    await until(other, (seen) => document.body.innerText.includes(seen), seen);
    say("the other window shows it");
    await other.close();
  },
  /** Milliseconds until the first paint, and from a press until its result is painted. */
  async time(tab, say, words) {
    await tab.goto(tab.home, { waitUntil: "load" });
    const paint = await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    const element = await named(tab, words);
    const begun = Date.now();
    const left = tab.waitForNavigation({ waitUntil: "domcontentloaded" });
    await element.click();
    await left;
    await until(tab, () => document.querySelector(".outcome") !== null);
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    say(`${Math.round(paint)} ${Date.now() - begun}`);
  },
};

/** Takes steps on the desk at an address. */
export async function desk(browser, say, address, ...all) {
  const tab = await browser.newPage();
  tab.home = address;
  await tab.setViewport({ width: 1280, height: 900 });
  tab.on("pageerror", (error) => say("error:", error.message));
  tab.on("console", (message) => message.type() === "error" && say("console:", message.text()));
  await tab.goto(address, { waitUntil: "load" });
  for (const step of all) {
    const [name, ...words] = JSON.parse(step);
    await steps[name](tab, say, ...words);
  }
}
