// Findings about pages of a built site, a line each; tests/accessible.rs says which there may be.
//
// Serves FOLDER under the path UNDER, such as /a/b/c/, with a strict Content-Security-Policy, and looks at each page,
// all of them in one tab. Nothing is printed where nothing is wrong.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

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

/** Serves a folder under a path. */
async function serve(folder, under, policy) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const send = async (status, name) => {
      const bytes = await readFile(join(folder, name));
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": policy }).end(bytes);
    };
    if (path === "/favicon.ico") return response.writeHead(204).end();
    try {
      if (!path.startsWith(under)) throw new Error(path);
      await send(200, path.slice(under.length));
    } catch {
      // A browser may ask for more when the test is over and its folder is gone.
      await send(404, "404.html").catch(() => response.destroy());
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Waits until the search page has an answer; the answer, the titles found, and what is marked. */
async function answer(tab) {
  await tab.waitForFunction(() => !["", "正在查找……"].includes(document.getElementById("found").textContent));
  await tab.waitForFunction(() => [...document.querySelectorAll("#results a.name")].every((link) => link.textContent));
  return tab.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
    const marks = [...new Set(texts("#results mark"))];
    return [document.getElementById("found").textContent, texts("#results a.name").join(" | "), marks.join(" | ")].join(" → ");
  });
}

/** Every result leads to a page. */
async function lead(tab, query, say) {
  for (const href of await tab.$$eval("#results a.name", (links) => links.map((link) => link.href))) {
    const answer = await tab.goto(href);
    if (![0, 200].includes(answer.status())) say(query, "leads to", href);
  }
}

const press = (tab, selector) => tab.$eval(selector, (element) => element.click());

const scenarios = {
  /** What is seen of each row of a table of duties, on a phone, on the screen and in print. */
  async cards({ tab, open, at, pages, say }) {
    for (const path of pages) {
      await open(path);
      for (const [name, width, media] of [["phone", 360], ["screen", 768], ["screen", 1280], ["print", 1280, "print"]]) {
        await at(width);
        await tab.emulateMediaType(media ?? "screen");
        const rows = await tab.$$eval(".duties tbody tr", (rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ").trim()));
        say(name, width);
        rows.forEach((row) => say(" ", row));
      }
    }
  },

  /** axe-core, every rule that it has, on the screen, on a phone, in 适老模式 and in print. */
  async axe({ tab, open, at, pages, say }) {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const path of pages) {
      await open(path);
      await tab.evaluate(axe);
      for (const [name, width, elder, media] of [
        ["screen", 1280, "off", "screen"],
        ["phone", 390, "off", "screen"],
        ["elder", 1280, "on", "screen"],
        ["print", 1280, "off", "print"],
      ]) {
        await at(width);
        await tab.emulateMediaType(media);
        await tab.evaluate((elder) => (document.documentElement.dataset.elder = elder), elder);
        const { violations, passes } = await tab.evaluate(() => axe.run(document));
        if (passes.length < 10) say(path, name, "axe looked at nothing");
        for (const { id, nodes } of violations) {
          for (const node of nodes) say(path, name, id, node.target.join(" "), node.failureSummary.replaceAll("\n", " "));
        }
      }
      await tab.emulateMediaType("screen");
    }
  },

  /** No page is wider than its window: down to 320 px, at 200 % zoom (640 px), and with the largest type. */
  async width({ tab, open, at, pages, say }) {
    for (const path of pages) {
      await open(path);
      for (const width of [320, 360, 640, 768, 1024, 1280]) {
        await at(width);
        for (const size of ["medium", "large", "elder"]) {
          const wide = await tab.evaluate((size) => {
            const root = document.documentElement;
            root.dataset.elder = size === "elder" ? "on" : "off";
            root.dataset.size = size === "elder" ? "medium" : size;
            return root.scrollWidth;
          }, size);
          if (wide > width) say(path, size, `${wide} > ${width}`);
        }
      }
    }
  },

  /**
   * How each table of duties is shown at each width: as cards, or as a table with that many characters in a line of its
   * widest column. Says only what is wrong: a page wider than its window, a line of fewer than 18 characters that is
   * not the whole text, a head that does not stay, letters of less than 14 pixels.
   */
  async geometry({ tab, open, at, pages, say }) {
    for (const path of pages) {
      await open(path);
      for (const mode of ["medium", "large", "elder"]) {
        for (const width of [360, 390, 721, 768, 820, 1024, 1280, 1440]) {
          await at(width);
          const { wide, shown } = await tab.evaluate((mode) => {
            const root = document.documentElement;
            root.dataset.elder = mode === "elder" ? "on" : "off";
            root.dataset.size = mode === "large" ? "large" : "medium";
            const inner = (cell) => {
              const style = getComputedStyle(cell);
              return cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            };
            const shown = [...document.querySelectorAll("table.duties")].map((table) => {
              const letters = parseFloat(getComputedStyle(table).fontSize);
              const isTable = getComputedStyle(table).display === "table";
              const cells = [...table.querySelectorAll("tbody td")].filter((cell) => cell.checkVisibility());
              const widest = Math.max(...cells.map(inner)) / letters;
              const broken = cells.filter((cell) => inner(cell) / letters > widest - 0.1 && cell.offsetHeight > 3 * letters);
              const head = table.querySelector("thead");
              scrollTo(0, table.getBoundingClientRect().top + scrollY + table.offsetHeight / 2);
              const isSeen = Math.abs(head.getBoundingClientRect().top) < 1;
              scrollTo(0, 0);
              return { isTable, letters, widest, isBroken: broken.length > 0, isSeen, outside: table.scrollWidth - table.parentElement.clientWidth };
            });
            return { wide: root.scrollWidth, shown };
          }, mode);
          if (wide > width) say(path, mode, `${wide} > ${width}`);
          const words = shown.map(({ isTable, letters, widest, isBroken, isSeen, outside }) => {
            if (isTable && widest < 18 && isBroken) say(path, mode, width, `${widest.toFixed(1)} characters a line`);
            if (isTable && !isSeen) say(path, mode, width, "the head does not stay");
            if (outside > 1) say(path, mode, width, `${outside} pixels outside`);
            if (letters < 14) say(path, mode, width, `letters of ${letters} pixels`);
            return isTable ? Math.floor(widest) : "cards";
          });
          say(path, mode, width, words.join(" "));
        }
      }
    }
  },

  /** The layout of no page shifts while it is loaded, in any mode. */
  async shift({ tab, open, at, pages, say }) {
    for (const path of pages) {
      for (const [width, elder] of [[360, "off"], [1280, "off"], [1280, "on"]]) {
        await at(width);
        await open("404.html");
        await tab.evaluate((elder) => localStorage.setItem("gongkai-elder", elder), elder);
        await open(path);
        const shift = await tab.evaluate(
          () =>
            new Promise((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({
                type: "layout-shift",
                buffered: true,
              });
              setTimeout(() => resolve(sum), 150);
            }),
        );
        if (shift >= 0.05) say(path, width, elder, `shifts by ${shift.toFixed(3)}`);
      }
    }
  },

  /** In 适老模式 everything that is pressed is at least 44 pixels high. */
  async targets({ tab, open, at, pages, say }) {
    for (const path of pages) {
      await open(path);
      for (const width of [390, 1280]) {
        await at(width);
        const small = await tab.evaluate(() => {
          document.documentElement.dataset.elder = "on";
          const all = [...document.querySelectorAll("a[href], button, input, select, summary")];
          const seen = all.filter((one) => one.checkVisibility() && !one.matches(".skip"));
          const height = (one) => Math.min(...[...one.getClientRects()].map((box) => box.height));
          return seen.filter((one) => height(one) < 44).map((one) => `${one.textContent.trim().slice(0, 20)} ${height(one)}`);
        });
        for (const one of small) say(path, width, one);
      }
    }
  },

  /** 字体 and 适老模式 change the type, say so, and are remembered on the next page. */
  async type({ tab, open, at, pages: [first, second], say }) {
    await at(1280);
    await open(first);
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
    await open(second);
    if ((await tab.$eval("html", (html) => html.dataset.elder)) !== "on") say("not remembered");
    await press(tab, "button.elder");
    if ((await tab.$eval("html", (html) => html.dataset.elder)) !== "off") say("not switched off");
  },

  /** The tabs: one part is seen at a time, and the current one says so. */
  async tabs({ tab, open, pages, say }) {
    const seen = (tab) =>
      tab.evaluate(() => ["xiangxi", "jiben"].filter((id) => document.getElementById(id).checkVisibility()).join());
    const current = (tab) => tab.$$eval(".tabs [aria-current]", (tabs) => tabs.map((tab) => tab.textContent).join());
    for (const path of pages) {
      await open(path);
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
  async keyboard({ tab, open, at, pages, say }) {
    await at(1280);
    for (const path of pages) {
      await open(path);
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
    }
  },

  /** Nothing is refused, missing or broken: by the policy under a sub-path, and from the disk. */
  async quiet({ tab, open, folder, pages, say }) {
    let url;
    tab.on("console", (message) => say(url, message.text()));
    tab.on("pageerror", (error) => say(url, error.message));
    tab.on("requestfailed", (request) => say(url, "failed:", request.url()));
    tab.on("response", (response) => response.status() >= 400 && say(url, response.status(), response.url()));
    for (const path of pages) {
      for (url of [path, pathToFileURL(join(folder, path)).href]) {
        await open(url);
        const styled = await tab.$eval("body", (body) => getComputedStyle(body).backgroundColor);
        const scripted = await tab.$eval("html", (html) => html.dataset.size);
        if (styled === "rgba(0, 0, 0, 0)" || scripted !== "medium") say(url, "style:", styled, "script:", scripted);
      }
    }
  },

  /** The page for what does not exist looks and leads as it should, however deep the address is. */
  async missing({ tab, open, site, say }) {
    for (const path of ["nothing.html", "x/y/z/"]) {
      await open(path);
      const styled = await tab.$eval("body", (body) => getComputedStyle(body).backgroundColor);
      if (styled === "rgba(0, 0, 0, 0)") say(path, "has no style");
      const links = await tab.$$eval("a[href]", (links) => links.map((link) => link.href));
      for (const link of links.filter((link) => link.startsWith(new URL(site).origin))) {
        const { status } = await fetch(link);
        if (status !== 200 && !link.includes("#")) say(path, status, link);
      }
      if (links.length < 3) say(path, "leads nowhere");
    }
  },

  /** Without script everything is read, and no button is there that does nothing. */
  async bare({ tab, open, pages, say }) {
    await tab.setJavaScriptEnabled(false);
    for (const path of pages) {
      await open(path);
      const buttons = await tab.$$eval("button", (list) => list.filter((one) => one.checkVisibility()).length);
      if (buttons) say(path, buttons, "buttons");
      const text = await tab.$eval("main", (main) => main.innerText.trim());
      if (!text) say(path, "nothing is seen");
      const marks = await tab.$$eval("a.outside", (links) => links.map((link) => getComputedStyle(link, "::after").content));
      for (const mark of marks) if (mark !== '"（外部链接）"') say(path, "mark:", mark);
    }
  },

  /** The words that a reader sees of a notice without script, page by page. */
  async seen({ tab, open, pages, say }) {
    await tab.setJavaScriptEnabled(false);
    for (const path of pages) {
      await open(path);
      const seen = await tab.$$eval("h2, caption, td, .paper p", (elements) =>
        elements.filter((element) => element.checkVisibility()).map((element) => element.textContent),
      );
      say(seen.join("|").replace(/\s+/g, " "));
    }
  },

  /** Prints a page into a file. */
  async print({ tab, open, pages: [page, file] }) {
    await open(page);
    await tab.pdf({ path: file, preferCSSPageSize: true });
  },

  /** What is found for each query, under a sub-path with a strict policy and from the disk: the same. */
  async search({ tab, site, folder, pages, say }) {
    let query;
    tab.on("console", (message) => say(query, message.text()));
    tab.on("pageerror", (error) => say(query, error.message));
    for (query of pages) {
      const found = [];
      for (const url of [site, pathToFileURL(folder).href + "/"]) {
        await tab.goto(`${url}search.html?${encodeURI(query)}`, { waitUntil: "load" });
        found.push(await answer(tab));
        await lead(tab, query, say);
      }
      for (const one of new Set(found)) say(query, "→", one);
    }
  },

  /** The places that each query finds, each with what is marked there, and what is proposed instead. */
  async duties({ tab, site, pages, say }) {
    for (const query of pages) {
      await tab.goto(`${site}search.html?${encodeURI(query)}`, { waitUntil: "load" });
      await answer(tab);
      say(query, "→", await tab.$eval("#found", (found) => found.firstChild.textContent));
      for (const word of await tab.$$eval("#found button", (all) => all.map((one) => one.textContent))) say("  instead:", word);
      const hits = await tab.$$eval("#results p:not(.of)", (hits) => hits.map((hit) => {
        const link = hit.querySelector("a");
        const marks = [...hit.querySelectorAll("mark")].map((mark) => mark.textContent);
        return [link ? link.textContent : "-", marks.join(" "), link ? decodeURIComponent(link.hash) : ""].join(" | ");
      }));
      for (const hit of hits) say("  ", hit);
    }
  },

  /** What the search says of each query. */
  async found({ tab, site, pages, say }) {
    for (const query of pages) {
      await tab.goto(`${site}search.html?${encodeURI(query)}`, { waitUntil: "load" });
      say(query, "→", (await answer(tab)).split(" → ")[0]);
    }
  },

  /** With keys alone: from the box on the home page to an answer, through the results and back, narrowed, cleared. */
  async keys({ tab, site, folder, pages: [home, word, office], say }) {
    for (const url of [site, pathToFileURL(folder).href + "/"]) {
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
      await keys("Enter");
      await tab.waitForFunction(() => document.activeElement.id !== "more");
      say("more:", await focus(), await shown());
      await tab.focus("select[name=office]");
      for (let i = 0; i < Number(office); i++) await keys("ArrowDown");
      await tab.waitForFunction(() => document.querySelectorAll("#results li").length < 8);
      say(await answer(tab));
      await tab.focus("#results a.name");
      say("escape:", await keys("Escape"), await shown(), await tab.$eval("#found", (found) => found.textContent));
      say("live:", await tab.$eval("#found", (found) => found.getAttribute("role")));
    }
  },

  /** What Pagefind finds of a folder that it indexed, on the search page that leaves the search to it. */
  async pagefind({ tab, site, pages, say }) {
    let query;
    tab.on("pageerror", (error) => say(query, error.message));
    for (query of pages) {
      await tab.goto(`${site}search.html?${encodeURI(query)}`, { waitUntil: "load" });
      say(query, "→", await answer(tab));
      await lead(tab, query, say);
    }
  },

  /** A link that leaves the sites of governments asks first; one that does not, does not. Prints what was asked. */
  async leaving({ tab, open, site, pages: [path], say }) {
    await open(path);
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

/** Looks at pages of a folder by a scenario. */
export async function look(browser, say, scenario, folder, under, ...pages) {
  // Pagefind runs WebAssembly, which the strictest policy refuses.
  const policy = `default-src 'self'${scenario === "pagefind" ? " 'wasm-unsafe-eval'" : ""}`;
  const server = await serve(folder, under, policy);
  const site = `http://127.0.0.1:${server.address().port}${under}`;
  const tab = await browser.newPage();
  const at = (width) => tab.setViewport({ width, height: 900 });
  const open = async (path) => {
    const [, file, rest] = path.match(/^([^?#]*)(.*)$/);
    const url = path.startsWith("file:") ? path : site + file.split("/").map(encodeURIComponent).join("/") + rest;
    await tab.goto(url, { waitUntil: "load" });
    if (rest.startsWith("?q=")) await answer(tab);
  };
  try {
    await scenarios[scenario]({ tab, open, at, site, folder, pages, say });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
