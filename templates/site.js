/* 字体大小、适老模式、打印、离站提示。没有这个脚本，内容照样能读，这些按钮不出现。 */
(function () {
  "use strict";
  var root = document.documentElement;

  // 有的浏览器不许本地文件或无痕窗口记住设置：那就只在本页有效。
  function recall(key) {
    try { return localStorage.getItem("gongkai-" + key) } catch (e) { return null }
  }
  function remember(key, value) {
    try { localStorage.setItem("gongkai-" + key, value) } catch (e) { /* 不记也能用 */ }
  }
  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }
  function click(selector, act) {
    all(selector).forEach(function (one) { one.addEventListener("click", act) });
  }
  function press(button, on) {
    button.setAttribute("aria-pressed", on ? "true" : "false");
  }

  function resize(size) {
    root.setAttribute("data-size", size);
    all(".type-size button").forEach(function (button) { press(button, button.value === size) });
  }
  function elder(on) {
    root.setAttribute("data-elder", on ? "on" : "off");
    all(".elder").forEach(function (button) { press(button, on) });
  }
  function apply() {
    var size = recall("size");
    resize(size === "large" || size === "small" ? size : "medium");
    elder(recall("elder") === "on");
  }

  // 标着“当前”的标签，与样式表所显示的一致。
  function mark() {
    var basic = location.hash === "#jiben";
    all(".tabs a").forEach(function (tab) {
      if (basic === (tab.hash === "#jiben")) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    });
  }

  function leaving(event) {
    var question = "您将离开本网站，前往 " + event.currentTarget.host + "，该网站不属于政府网站。是否继续？";
    if (!confirm(question)) event.preventDefault();
  }

  // 给搜索结果先留出位置，页脚不跳动。
  if (/[?&]q=./.test(location.search)) root.className = "asked";

  function ready() {
    apply();
    mark();
    window.addEventListener("hashchange", mark);
    all(".type-size, .print, .elder, .site-search").forEach(function (tool) { tool.hidden = false });
    click(".type-size button", function () { resize(this.value); remember("size", this.value) });
    click(".elder", function () {
      var on = root.getAttribute("data-elder") !== "on";
      elder(on);
      remember("elder", on ? "on" : "off");
    });
    click(".print", function () { window.print() });
    click("a.outside", leaving);
  }

  // 页面显示之前先定字号，以免闪动。
  apply();
  document.addEventListener("DOMContentLoaded", ready);
})();
