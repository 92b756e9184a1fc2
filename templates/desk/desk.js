"use strict";
// The desk works without this script, but for dropped files and windows that follow changes by themselves.
const { dataset: { seen }, src } = document.currentScript ?? document.querySelector("script[data-seen]");
const frame = document.querySelector("iframe");
const news = document.querySelector(".news");

// A page that reloads keeps what the frame shows and how far it is scrolled, unless an action has something to show.
const kept = (name, value) => {
  try {
    if (value === undefined) return sessionStorage.getItem(name);
    sessionStorage.setItem(name, value);
  } catch {
    return null;
  }
};
if (frame) {
  const last = kept("frame");
  const isNew = frame.dataset.show && kept("shown") !== frame.getAttribute("src");
  if (isNew) {
    kept("shown", frame.getAttribute("src"));
    kept("frame", new URL(frame.src).pathname);
  }
  // A page that is gone by now leads back to the home page.
  if (last && !isNew) frame.contentWindow.location.replace(last.replace(/(?=#|$)/, "?back"));
  frame.addEventListener("load", () => {
    try {
      const { pathname, hash } = frame.contentWindow.location;
      if (pathname.includes("/site/")) kept("frame", pathname + hash);
    } catch {
      // A page of elsewhere, to which a link of the site led.
    }
  });
}
const work = document.getElementById("work");
const place = `scroll:${location.pathname}`;
work.scrollTop = Number(kept(place) ?? 0);
addEventListener("pagehide", () => kept(place, String(work.scrollTop)));

// What somebody has typed or chosen is not thrown away: the page then says that there is something new.
const isTouched = () =>
  [...document.querySelectorAll("form.fields :is(input, select)")].some((field) =>
    field.type === "file" ? field.files.length
    : field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
    : field.matches("select") ? [...field.options].some((o) => o.selected !== o.defaultSelected && field.selectedIndex > 0)
    : field.value !== field.defaultValue);
const update = () => {
  if (!isTouched()) return location.reload();
  news.hidden = false;
  frame?.contentWindow.location.reload();
};
news?.querySelector("button").addEventListener("click", () => location.reload());
let changes;
const listen = () => {
  changes?.close();
  if (document.hidden) return;
  changes = new EventSource(new URL(`.gongkai/changes?seen=${seen}`, src));
  changes.onmessage = () => {
    changes.close();
    update();
  };
};
document.addEventListener("visibilitychange", listen);
listen();

// Files dropped anywhere on the page go into its field for files.
const drop = document.querySelector("input[type=file]");
if (drop) {
  for (const type of ["dragover", "dragenter"])
    addEventListener(type, (event) => {
      event.preventDefault();
      drop.parentElement.classList.add("over");
    });
  addEventListener("dragleave", () => drop.parentElement.classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.parentElement.classList.remove("over");
    if (event.dataTransfer.files.length) drop.files = event.dataTransfer.files;
    drop.focus();
  });
}

const tick = document.querySelector(".tick");
if (tick) {
  tick.hidden = false;
  tick.addEventListener("click", () => {
    for (const box of tick.form.querySelectorAll("[type=checkbox]")) box.checked = true;
  });
}
