// What a browser shows of a built site, one finding a line; tests/accessible.rs says what there may be.
//
// node look.mjs SCENARIO FOLDER UNDER PAGE…: serves FOLDER under the path UNDER, such as /a/b/c/, with a strict
// Content-Security-Policy, and looks at each PAGE. Nothing is printed where nothing is wrong.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [scenario, folder, UNDER, ...pages] = process.argv.slice(2);
// Pagefind runs WebAssembly, which the strictest policy refuses.
const POLICY = `default-src 'self'${scenario === "pagefind" ? " 'wasm-unsafe-eval'" : ""}`;
const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

const say = (...words) => console.log(words.join(" "));

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const send = async (status, name) => {
    const bytes = await readFile(join(folder, name));
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(bytes);
  };
  if (path === "/favicon.ico") return response.writeHead(204).end();
  try {
    if (!path.startsWith(UNDER)) throw new Error(path);
    await send(200, path.slice(UNDER.length));
  } catch {
    await send(404, "404.html");
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const site = `http://127.0.0.1:${server.address().port}${UNDER}`;

const browser = await launch();

/** Opens a page of the site in a tab of its own; `set` may change the tab first. */
async function open(path, set = async () => {}) {
  const tab = await browser.newPage();
  await set(tab);
  const [, file, rest] = path.match(/^([^?#]*)(.*)$/);
  const url = path.startsWith("file:") ? path : site + file.split("/").map(encodeURIComponent).join("/") + rest;
  await tab.goto(url, { waitUntil: "load" });
  if (rest.startsWith("?q=")) await answer(tab);
  return tab;
}

/** Waits until the search page has an answer; the answer, the titles found, and what is marked. */
async function answer(tab) {
  await tab.waitForFunction(() => !["", "正在查找……"].includes(document.getElementById("found").textContent));
  await tab.waitForFunction(() => [...document.querySelectorAll("#results a")].every((link) => link.textContent));
  return tab.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
    const marks = [...new Set(texts("#results mark"))];
    return [document.getElementById("found").textContent, texts("#results a").join(" | "), marks.join(" | ")].join(" → ");
  });
}

/** Every result leads to a page. */
async function lead(tab, query) {
  for (const href of await tab.$$eval("#results a", (links) => links.map((link) => link.href))) {
    const answer = await tab.goto(href);
    if (![0, 200].includes(answer.status())) say(query, "leads to", href);
  }
}

const at = (width) => (tab) => tab.setViewport({ width, height: 900 });
const press = (tab, selector) => tab.$eval(selector, (element) => element.click());
const elder = (tab) => tab.evaluate(() => document.documentElement.setAttribute("data-elder", "on"));

const scenarios = {
  /** What is seen of each row of a table of duties, on a phone, on the screen and in print. */
  async cards() {
    for (const path of pages) {
      for (const [name, width, media] of [["phone", 360], ["screen", 768], ["screen", 1280], ["print", 1280, "print"]]) {
        const tab = await open(path, at(width));
        await tab.emulateMediaType(media ?? "screen");
        const rows = await tab.$$eval(".duties tbody tr", (rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ").trim()));
        say(name, width);
        rows.forEach((row) => say(" ", row));
        await tab.close();
      }
    }
  },

  /** axe-core, every rule that it has, on the screen, in 适老模式, on a phone and in print. */
  async axe() {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const path of pages) {
      for (const [name, width, set] of [
        ["screen", 1280],
        ["phone", 360],
        ["elder", 1280, elder],
        ["print", 1280, (tab) => tab.emulateMediaType("print")],
      ]) {
        const tab = await open(path, at(width));
        await set?.(tab);
        await tab.evaluate(axe);
        const { violations, passes } = await tab.evaluate(() => axe.run(document));
        if (passes.length < 10) say(path, name, "axe looked at nothing");
        for (const { id, nodes } of violations) {
          for (const node of nodes) say(path, name, id, node.target.join(" "), node.failureSummary.replaceAll("\n", " "));
        }
        await tab.close();
      }
    }
  },

  /** No page is wider than its window: down to 320 px, at 200 % zoom (640 px), and with the largest type. */
  async width() {
    for (const path of pages) {
      for (const width of [320, 360, 640, 768, 1024, 1280]) {
        for (const size of ["medium", "large", "elder"]) {
          const tab = await open(path, at(width));
          await tab.evaluate((size) => {
            const root = document.documentElement;
            if (size === "elder") root.setAttribute("data-elder", "on");
            else root.setAttribute("data-size", size);
          }, size);
          const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
          if (wide > width) say(path, size, `${wide} > ${width}`);
          await tab.close();
        }
      }
    }
  },

  /** 字体 and 适老模式 change the type, say so, and are remembered on the next page. */
  async type() {
    const [first, second] = pages;
    const tab = await open(first, at(1280));
    const type = (tab) => tab.$eval(".paper p", (p) => parseFloat(getComputedStyle(p).fontSize));
    const pressed = () =>
      tab.$$eval("button[aria-pressed=true]", (buttons) => buttons.map((button) => button.textContent).join());
    const medium = await type(tab);
    if ((await pressed()) !== "中") say("pressed at first:", await pressed());
    await press(tab, "button[value=large]");
    const large = await type(tab);
    if (large < medium * 1.2) say("large:", large, "medium:", medium);
    if ((await pressed()) !== "大") say("pressed:", await pressed());
    await press(tab, "button[value=small]");
    if ((await type(tab)) >= medium) say("small:", await type(tab));
    await press(tab, "button.elder");
    // 18 pt at the least for running text.
    if ((await type(tab)) < 24) say("elder:", await type(tab));
    const target = await tab.$eval("button.print", (button) => button.getBoundingClientRect().height);
    if (target < 60) say("elder button:", target);
    if ((await pressed()) !== "适老模式,小") say("pressed:", await pressed());
    await tab.goto(site + second, { waitUntil: "load" });
    if ((await tab.$eval("html", (html) => html.dataset.elder)) !== "on") say("not remembered");
    await press(tab, "button.elder");
    if ((await tab.$eval("html", (html) => html.dataset.elder)) !== "off") say("not switched off");
  },

  /** The tabs: one part is seen at a time, and the current one says so. */
  async tabs() {
    const seen = (tab) =>
      tab.evaluate(() => ["xiangxi", "jiben"].filter((id) => document.getElementById(id).checkVisibility()).join());
    const current = (tab) => tab.$$eval(".tabs [aria-current]", (tabs) => tabs.map((tab) => tab.textContent).join());
    for (const path of pages) {
      const tab = await open(path);
      for (const [anchor, part, name] of [
        [null, "xiangxi", "详细信息"],
        ["#jiben", "jiben", "基本信息"],
        ["#xiangxi", "xiangxi", "详细信息"],
      ]) {
        if (anchor) await press(tab, `.tabs a[href="${anchor}"]`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        if ((await seen(tab)) !== part) say(path, anchor, "shows", await seen(tab));
        if ((await current(tab)) !== name) say(path, anchor, "current:", await current(tab));
      }
    }
  },

  /** Tab reaches everything that can be used, in the order of the page, each with a focus that is seen. */
  async keyboard() {
    for (const path of pages) {
      const tab = await open(path, at(1280));
      const wanted = await tab.evaluate(() =>
        [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
          .filter((element) => element.checkVisibility())
          .map((element) => element.textContent.trim().slice(0, 30)),
      );
      const reached = [];
      for (let i = 0; i < wanted.length; i++) {
        await tab.keyboard.press("Tab");
        const [text, outline] = await tab.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          const drawn = style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0;
          return [document.activeElement.textContent.trim().slice(0, 30), drawn];
        });
        reached.push(text);
        if (outline < 2) say(path, "no focus is seen on", text);
      }
      if (reached.join("|") !== wanted.join("|")) say(path, "reached", reached.join("|"), "not", wanted.join("|"));
      if (wanted[0] !== "跳到正文") say(path, "begins with", wanted[0]);
      await tab.reload();
      await tab.keyboard.press("Tab");
      const box = await tab.$eval(".skip", (link) => link.getBoundingClientRect().left);
      if (box < 0) say(path, "the skip link is not seen");
      await tab.keyboard.press("Enter");
      const focus = await tab.evaluate(() => document.activeElement.id);
      if (focus !== "content") say(path, "the skip link leads to", focus);
      await tab.close();
    }
  },

  /** Nothing is refused, missing or broken: by the policy under a sub-path, and from the disk. */
  async quiet() {
    for (const path of pages) {
      for (const url of [path, pathToFileURL(join(folder, path)).href]) {
        const tab = await open(url, async (tab) => {
          tab.on("console", (message) => say(url, message.text()));
          tab.on("pageerror", (error) => say(url, error.message));
          tab.on("requestfailed", (request) => say(url, "failed:", request.url()));
          tab.on("response", (response) => response.status() >= 400 && say(url, response.status(), response.url()));
        });
        const styled = await tab.$eval("body", (body) => getComputedStyle(body).backgroundColor);
        const scripted = await tab.$eval("html", (html) => html.dataset.size);
        if (styled === "rgba(0, 0, 0, 0)" || scripted !== "medium") say(url, "style:", styled, "script:", scripted);
        await tab.close();
      }
    }
  },

  /** The page for what does not exist looks and leads as it should, however deep the address is. */
  async missing() {
    for (const path of ["nothing.html", "x/y/z/"]) {
      const tab = await open(path);
      const styled = await tab.$eval("body", (body) => getComputedStyle(body).backgroundColor);
      if (styled === "rgba(0, 0, 0, 0)") say(path, "has no style");
      const links = await tab.$$eval("a[href]", (links) => links.map((link) => link.href));
      for (const link of links.filter((link) => link.startsWith(new URL(site).origin))) {
        const { status } = await fetch(link);
        if (status !== 200 && !link.includes("#")) say(path, status, link);
      }
      if (links.length < 3) say(path, "leads nowhere");
      await tab.close();
    }
  },

  /** Without script everything is read, and no button is there that does nothing. */
  async bare() {
    for (const path of pages) {
      const tab = await open(path, (tab) => tab.setJavaScriptEnabled(false));
      const buttons = await tab.$$eval("button", (list) => list.filter((one) => one.checkVisibility()).length);
      if (buttons) say(path, buttons, "buttons");
      const text = await tab.$eval("main", (main) => main.innerText.trim());
      if (!text) say(path, "nothing is seen");
      const marks = await tab.$$eval("a.outside", (links) => links.map((link) => getComputedStyle(link, "::after").content));
      for (const mark of marks) if (mark !== '"（外部链接）"') say(path, "mark:", mark);
      await tab.close();
    }
  },

  /** What is found for each query, under a sub-path with a strict policy and from the disk: the same. */
  async search() {
    for (const query of pages) {
      const found = [];
      for (const url of [site, pathToFileURL(folder).href + "/"]) {
        const tab = await browser.newPage();
        tab.on("console", (message) => say(query, message.text()));
        tab.on("pageerror", (error) => say(query, error.message));
        await tab.goto(`${url}search.html?${encodeURI(query)}`, { waitUntil: "load" });
        found.push(await answer(tab));
        await lead(tab, query);
        await tab.close();
      }
      for (const one of new Set(found)) say(query, "→", one);
    }
  },

  /** With keys alone: from the box on the home page to an answer, through the results and back, narrowed, cleared. */
  async keys() {
    const [home, word, office] = pages;
    for (const url of [site, pathToFileURL(folder).href + "/"]) {
      const tab = await browser.newPage();
      const focus = () => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent);
      const keys = async (...names) => {
        for (const name of names) await tab.keyboard.press(name);
        return focus();
      };
      await tab.goto(url + home, { waitUntil: "load" });
      await keys("Tab", "Tab", "Tab");
      await tab.keyboard.type(word);
      await Promise.all([tab.waitForNavigation({ waitUntil: "load" }), tab.keyboard.press("Enter")]);
      say(await answer(tab));
      await tab.focus("#q");
      say("down", await keys("ArrowDown"), "· down", await keys("ArrowDown"), "· up twice", await keys("ArrowUp", "ArrowUp"));
      const shown = () => tab.$$eval("#results li", (list) => list.length);
      await tab.focus("#more");
      say("more:", await keys("Enter"), await shown());
      await tab.focus("select[name=office]");
      for (let i = 0; i < Number(office); i++) await keys("ArrowDown");
      await tab.waitForFunction(() => document.querySelectorAll("#results li").length < 20);
      say(await answer(tab));
      await tab.focus("#results a");
      say("escape:", await keys("Escape"), await shown(), await tab.$eval("#found", (found) => found.textContent));
      say("live:", await tab.$eval("#found", (found) => found.getAttribute("role")));
      await tab.close();
    }
  },

  /** What Pagefind finds of a folder that it indexed, on the search page that leaves the search to it. */
  async pagefind() {
    for (const query of pages) {
      const tab = await browser.newPage();
      tab.on("pageerror", (error) => say(query, error.message));
      await tab.goto(`${site}search.html?${encodeURI(query)}`, { waitUntil: "load" });
      say(query, "→", await answer(tab));
      await lead(tab, query);
      await tab.close();
    }
  },

  /** A link that leaves the sites of governments asks first; one that does not, does not. Prints what was asked. */
  async leaving() {
    const [path] = pages;
    const tab = await open(path);
    tab.on("dialog", async (dialog) => {
      say(dialog.type(), dialog.message());
      await dialog.dismiss();
    });
    await press(tab, "a.outside");
    if (!tab.url().startsWith(site)) say("left for", tab.url());
    const others = await tab.$$eval(".paper a[href^='http']:not(.outside)", (links) => {
      for (const link of links) link.addEventListener("click", (event) => event.preventDefault());
      for (const link of links) link.click();
      return links.length;
    });
    say(others, "others");
  },
};

try {
  await scenarios[scenario]();
} finally {
  await browser.close();
  server.close();
}
