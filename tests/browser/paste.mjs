// What rich-text editors keep of a page that is opened, selected, copied and pasted into them, as a clerk does it.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const FOLDERS = {
  "/tinymce/": dirname(require.resolve("tinymce/package.json")),
  "/wangeditor/": join(dirname(require.resolve("@wangeditor/editor")), ".."),
};
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };
const PAGE = `<!DOCTYPE html><meta charset="utf-8"><title>editor</title>
<link rel="stylesheet" href="/wangeditor/dist/css/style.css"><div id="editor" style="height: 500px"></div>`;

async function serve() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const send = (type, bytes) => response.writeHead(200, { "Content-Type": type }).end(bytes);
    if (path === "/") return send(TYPES[".html"], PAGE);
    const [under, folder] = Object.entries(FOLDERS).find(([under]) => path.startsWith(under)) ?? [];
    try {
      send(TYPES[extname(path)] ?? "application/octet-stream", await readFile(join(folder, path.slice(under.length))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const TINY = "/tinymce/tinymce.min.js";
const LOOK = { paste_webkit_styles: "all", paste_remove_styles_if_webkit: false };

/** The editors: TinyMCE as it comes, and as portals set it up that keep the look of what is pasted; wangEditor. */
const editors = { tinymce: [TINY, {}], "tinymce with styles": [TINY, LOOK], wangeditor: ["/wangeditor/dist/index.js"] };

/** Begins an editor, whose HTML `content` then returns. */
async function begin(look) {
  if (window.wangEditor) {
    const editor = window.wangEditor.createEditor({ selector: "#editor", html: "<p><br></p>", mode: "default" });
    editor.focus();
    window.content = () => editor.getHtml();
  } else {
    const settings = { selector: "#editor", license_key: "gpl", base_url: "/tinymce", suffix: ".min" };
    const [editor] = await window.tinymce.init({ ...settings, plugins: "table lists link image", ...look });
    editor.focus();
    window.content = () => editor.getContent();
  }
}

/** The words of a page, and its tables with the spans and the words of each cell. */
function words(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("title").forEach((title) => title.remove());
  const plain = (element) => element.textContent.replace(/[\s\u200b\ufeff]+/g, "");
  const cell = (cell) => `${cell.rowSpan}x${cell.colSpan} ${plain(cell)}`;
  const row = (row) => [...row.cells].filter((cell) => cell.style.display !== "none").map(cell).join(" | ");
  const tables = [...page.querySelectorAll("table")].map((table) => [...table.rows].map(row));
  return { all: plain(page.body), tables, links: [...page.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")) };
}

/** Says what differs between a page and what each editor made of it. */
export async function paste(browser, say, file) {
  const server = await serve();
  const origin = `http://127.0.0.1:${server.address().port}/`;
  try {
    const source = await browser.newPage();
    await source.goto(pathToFileURL(file).href);
    const wanted = await source.evaluate(words, await readFile(file, "utf8"));
    for (const [name, [script, look]] of Object.entries(editors)) {
      await source.bringToFront();
      await source.keyboard.press("A", { commands: ["SelectAll"] });
      await source.keyboard.press("C", { commands: ["Copy"] });
      const tab = await browser.newPage();
      await tab.goto(origin);
      await tab.addScriptTag({ url: script });
      await tab.bringToFront();
      await tab.evaluate(begin, look);
      await tab.keyboard.press("V", { commands: ["Paste"] });
      await tab.waitForFunction((length) => content().length > length, { timeout: 10_000 }, wanted.all.length / 2);
      const html = await tab.evaluate(() => content());
      const got = await tab.evaluate(words, html);
      const heads = html.match(/<(col|th)\b[^>]*width[^>]*>/g) ?? [];
      say(name, got.all === wanted.all ? "same words" : `other words:\n${wanted.all}\n${got.all}`);
      const rows = ({ tables }) => tables.map((rows) => rows.join("\n")).join("\n\n");
      say(name, rows(got) === rows(wanted) ? "same tables" : `other tables:\n${rows(wanted)}\n\n${rows(got)}`);
      say(name, got.links.join() === wanted.links.join() ? "same links" : `other links:\n${wanted.links.join("\n")}\n${got.links.join("\n")}`);
      say(name, heads.length > 0 ? "widths of columns" : "no widths of columns");
      await tab.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
