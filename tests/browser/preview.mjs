// Answers of a running preview to a browser, and to a page of elsewhere; tests/guard.rs says which they may be.

import { createServer, request as ask } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { until } from "./until.mjs";

/** A server on a port of its own; its port. */
let servers = [];
async function serve(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, resolve));
  servers.push(server);
  return server.address().port;
}

/** The preview as a browser without Sec-Fetch-Site would see it; without our answer's own defences, too, if so asked. */
function disarmed(address, all) {
  return serve((request, response) => {
    const kept = Object.entries(request.headers).filter(([name]) => !name.startsWith("sec-fetch-"));
    const headers = { ...Object.fromEntries(kept), host: new URL(address).host };
    const forwarded = ask(address + request.url.slice(1), { headers }, (answer) => {
      const headers = { ...answer.headers };
      if (all) {
        for (const name of Object.keys(headers)) if (/^(cross-|content-security|x-)/.test(name)) delete headers[name];
        headers["access-control-allow-origin"] = "*";
      }
      response.writeHead(answer.statusCode, headers);
      answer.pipe(response);
    });
    // A tab that is closed before its answer came ends the question, too.
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
    response.on("close", () => forwarded.destroy());
  });
}

/** Runs in a page of elsewhere: every way to get something of a site; which ways got something. */
async function attack(site, { script, style, image, page }) {
  const element = (name, set) =>
    new Promise((resolve) => {
      const made = document.createElement(name);
      made.onload = () => resolve(made);
      made.onerror = () => resolve(null);
      set(made);
      document.body.append(made);
    });
  const ways = {
    script: async () => (await element("script", (made) => (made.src = site + script))) && "gongkaiSearch" in window,
    image: async () => (await element("img", (made) => (made.src = site + image)))?.naturalWidth,
    style: () => element("link", (made) => ((made.rel = "stylesheet"), (made.href = site + style))),
    fetch: async () => (await fetch(site + page)).text(),
    opaque: async () => (await fetch(site + page, { mode: "no-cors" })).type,
    included: async () => (await fetch(site + page, { mode: "no-cors", credentials: "include" })).type,
    preload: () =>
      element("link", (made) => ((made.rel = "preload"), (made.as = "image"), (made.href = `${site}${image}?preload`))),
    events: () =>
      new Promise((resolve) => {
        const events = new EventSource(`${site}.gongkai/changes?seen=none`);
        events.onmessage = (event) => resolve(event.data);
        events.onerror = () => resolve(null);
      }),
  };
  const got = [];
  for (const [name, way] of Object.entries(ways)) {
    try {
      if (await way()) got.push(name);
    } catch {
      // Refused.
    }
  }
  return got;
}

/** What a frame or window shows, whatever its origin. */
async function shown(tab, site, { page }, name) {
  if (name === "window") {
    const opened = new Promise((resolve) => tab.once("popup", resolve));
    await tab.evaluate((url) => void window.open(url), site + page);
    const popup = await opened;
    await until(popup, () => document.readyState === "complete" && location.href !== "about:blank");
    return popup.evaluate(() => document.body.innerText);
  }
  await tab.evaluate(
    (name, url) =>
      new Promise((resolve) => {
        const frame = document.createElement(name);
        frame.onload = frame.onerror = resolve;
        frame[name === "object" ? "data" : "src"] = url;
        document.body.append(frame);
        // A refused object reports nothing in some versions.
        setTimeout(resolve, 3000);
      }),
    name,
    site + page,
  );
  const texts = await Promise.all(
    tab.frames().slice(1).map((frame) => frame.evaluate(() => document.body?.innerText ?? "").catch(() => "")),
  );
  return texts.join("\n");
}

const scenarios = {
  /**
   * The ways by which pages of elsewhere get something: of the preview, of the preview in a browser that sends no
   * Sec-Fetch-Site, and of a server without any defence, where every way has to work.
   */
  async outside(browser, say, address, rest) {
    const [page, script, style, image, words] = rest;
    const files = { page, script, style, image };
    const port = await serve((_, response) =>
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!DOCTYPE html><title>elsewhere</title><body>"),
    );
    const targets = {
      "the preview": address,
      "without Sec-Fetch-Site": `http://127.0.0.1:${await disarmed(address, false)}/`,
      "without any defence": `http://127.0.0.1:${await disarmed(address, true)}/`,
    };
    for (const [name, site] of Object.entries(targets)) {
      for (const host of ["127.0.0.1", "localhost"]) {
        const tab = await browser.newPage();
        await tab.goto(`http://${host}:${port}/`);
        const got = await tab.evaluate(attack, site, files);
        for (const way of ["iframe", "object", "embed", "window"]) {
          const frame = await browser.newPage();
          await frame.goto(`http://${host}:${port}/`);
          if ((await shown(frame, site, files, way)).includes(words)) got.push(way);
          await frame.close();
        }
        say(`${name}, from ${host}:`, got.join(" ") || "nothing");
        await tab.close();
      }
    }
  },

  /** Pages work: nothing is refused, missing or broken, and they are styled. */
  async quiet(browser, say, address, rest) {
    for (const path of rest) {
      const tab = await browser.newPage();
      const own = (url) => url === address + path || url.endsWith("/favicon.ico");
      tab.on("console", (message) => own(message.location().url ?? "") || say(path, message.text()));
      tab.on("pageerror", (error) => say(path, error.message));
      tab.on("requestfailed", (request) => say(path, "failed:", request.url()));
      tab.on("response", (response) => {
        if (response.status() >= 400 && !own(response.url())) say(path, response.status(), response.url());
      });
      const answer = await tab.goto(address + path, { waitUntil: "load" });
      const looks = await tab.evaluate(() => {
        const style = getComputedStyle(document.querySelector("h1, p"));
        return { family: style.fontFamily, listening: typeof listen, found: document.getElementById("found")?.textContent };
      });
      if (path.includes("?q=")) {
        await tab.waitForFunction(() => !["", "正在查找……"].includes(document.getElementById("found").textContent));
        say(path, await tab.$eval("#found", (found) => found.textContent));
      }
      if (/^"?(Times|serif)/.test(looks.family)) say(path, "has no style:", looks.family);
      if (looks.listening !== "function") say(path, "does not listen for changes");
      say(path, answer.status());
      await tab.close();
    }
  },

  /** A page shows by itself, after a save that replaces a text of a file, the words that are then to be seen. */
  async reload(browser, say, address, rest) {
    const [path, file, from, to, words] = rest;
    const tab = await browser.newPage();
    await tab.goto(address + path, { waitUntil: "load" });
    const text = await readFile(file, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(file, text.replace(from, to));
    await until(tab, (words) => document.body.innerText.includes(words), words);
    say("reloaded");
  },

  /** Whether files run scripts: as the preview serves them, and without any defence, where they have to. */
  async active(browser, say, address, rest) {
    for (const site of [address, `http://127.0.0.1:${await disarmed(address, true)}/`]) {
      for (const path of rest) {
        const tab = await browser.newPage();
        await tab.goto(site + path, { waitUntil: "load" });
        // Scripts write it there.
        const ran = await tab.evaluate(() => document.documentElement.getAttribute("data-ran"));
        const drawn = await tab.evaluate(() => [...document.images].filter((image) => image.naturalWidth).length);
        say(path, site === address ? "served:" : "bare:", ran ? "runs" : "does not run", `${drawn} images`);
        await tab.close();
      }
    }
  },
};

/** Looks at a preview, such as http://127.0.0.1:8000/, by a scenario. */
export async function preview(browser, say, scenario, address, ...rest) {
  try {
    await scenarios[scenario](browser, say, address, rest);
  } finally {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    servers = [];
  }
}
