/* 搜索：逐字查找，不分全角半角、大写小写。数据在 search-data.js；事项太多时用 pagefind/ 里的索引。 */
(function () {
  "use strict";
  var id = document.getElementById.bind(document);
  var form = id("search"), found = id("found"), results = id("results"), more = id("more");
  var data = window.gongkaiSearch, engine = form.dataset.pagefind;
  var EACH = 20, AROUND = 40, PASSAGES = 3;
  var parts = {}, folded = {}, hits = [], turn = 0, show;

  // 逐字折叠，使折叠后的每个字都能对回原文。
  function fold(text) {
    return text.replace(/[^\u3400-\u9fff]/g, function (c) { return c.normalize("NFKC").toLowerCase() });
  }
  function add(into, name, text) {
    var made = document.createElement(name);
    made.textContent = text || "";
    into.append(made);
    return made;
  }

  // 文字里各词的起止位置，按先后，重叠的合并。
  function places(text, terms) {
    var plain = "", at = [], all = [];
    Array.prototype.forEach.call(text, function (c, i) {
      var one = fold(c);
      plain += one;
      for (var k = 0; k < one.length; k++) at.push(i);
    });
    terms.forEach(function (term) {
      for (var p = plain.indexOf(term); p >= 0; p = plain.indexOf(term, p + 1)) {
        all.push([at[p], at[p + term.length - 1] + 1]);
      }
    });
    all.sort(function (a, b) { return a[0] - b[0] });
    return all.reduce(function (kept, next) {
      var last = kept[kept.length - 1];
      if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
      else kept.push(next);
      return kept;
    }, []);
  }
  function mark(into, text, terms) {
    var from = 0;
    places(text, terms).forEach(function (place) {
      into.append(text.slice(from, place[0]));
      add(into, "mark", text.slice(place[0], place[1]));
      from = place[1];
    });
    into.append(text.slice(from));
  }
  // 一段里第一处前后的文字。
  function excerpt(passage, terms) {
    var place = places(passage, terms)[0];
    var start = Math.max(0, place[0] - AROUND), end = place[1] + 2 * AROUND;
    return (start ? "……" : "") + passage.slice(start, end) + (end < passage.length ? "……" : "");
  }
  function item(about) {
    var one = add(results, "li"), link = add(one, "a");
    add(one, "p", about).className = "of";
    return [one, link];
  }

  // 自带数据：先看筛选，再取所需的部分，然后逐字比对。
  function load(n) {
    return parts[n] = parts[n] || new Promise(function (done, failed) {
      var script = add(document.head, "script");
      script.onload = done;
      script.onerror = failed;
      script.src = "assets/search-data-" + (n + 1) + ".js";
    });
  }
  function part(i) { return Math.floor(i / data.part) }
  function words(i) { return data.words[part(i)][i % data.part] }
  function has(text, terms) {
    return terms.every(function (term) { return text.includes(term) });
  }
  function passes(notice) {
    var column = form.column.value, office = form.office.value, own = data.columns[notice[3]];
    return (own + " > ").startsWith(column && column + " > ") && notice[2].startsWith(form.year.value)
      && (!office || notice[4].includes(data.offices.indexOf(office)));
  }
  async function own(terms) {
    var wanted = Object.keys(data.notices).filter(function (i) { return passes(data.notices[i]) }).reverse();
    await Promise.all(wanted.map(part).map(load));
    show = function (i) {
      var notice = data.notices[i], made = item(notice[2] + "　" + data.columns[notice[3]]);
      made[1].href = notice[0];
      mark(made[1], notice[1], terms);
      words(i).split("\n").filter(function (passage) {
        return places(passage, terms).length;
      }).slice(0, PASSAGES).forEach(function (passage) {
        mark(add(made[0], "p"), excerpt(passage, terms), terms);
      });
    };
    // 标题里有的在前，其余从新到旧。
    function titled(i) { return has(fold(data.notices[i][1]), terms) }
    return wanted.filter(function (i) {
      return has(folded[i] = folded[i] || fold(data.notices[i][1] + "\n" + words(i)), terms);
    }).sort(function (a, b) { return titled(b) - titled(a) });
  }

  async function pagefind(terms) {
    var made = await import(new URL(engine, location.href)), filters = {};
    form.querySelectorAll("select").forEach(function (one) {
      if (one.value) filters[one.dataset.filter] = one.value;
    });
    show = async function (hit) {
      var made = item(), page = await hit.data();
      made[1].href = page.url.replace(/\/$/, "/index.html");
      mark(made[1], page.meta.title, terms);
      made[0].lastChild.textContent = page.meta.date;
      mark(add(made[0], "p"), new DOMParser().parseFromString(page.excerpt, "text/html").body.textContent, terms);
    };
    return (await made.search(form.q.value, { filters: filters })).results;
  }

  function next() {
    hits.splice(0, EACH).forEach(show);
    more.hidden = !hits.length;
  }
  async function search() {
    var mine = ++turn, asked = form.q.value.trim(), terms = fold(asked).split(/\s+/);
    results.textContent = found.textContent = "";
    more.hidden = true;
    if (!asked) return;
    found.textContent = "正在查找……";
    try {
      var all = await (engine ? pagefind(terms) : own(terms));
      if (mine !== turn) return;
      hits = all;
      found.textContent = hits.length ? "“" + asked + "”共找到 " + hits.length + " 项。"
        : "没有找到“" + asked + "”。请减少字数，或者放宽筛选。";
      next();
    } catch (error) {
      found.textContent = form.dataset.failed;
    }
  }

  // 把词和筛选记在地址里；本地文件不许改地址，不记也能用。
  function ask(event) {
    event.preventDefault();
    try { history.replaceState(null, "", "?" + new URLSearchParams(new FormData(form))) } catch (e) { /* 不记 */ }
    search();
  }
  form.addEventListener("submit", ask);
  form.querySelectorAll("select").forEach(function (one) { one.addEventListener("change", ask) });
  more.addEventListener("click", function () {
    var seen = results.children.length;
    next();
    results.children[seen].querySelector("a").focus();
  });
  // 方向键在输入框和各条结果之间移动，Esc 键清空。
  document.addEventListener("keydown", function (event) {
    var stops = [form.q].concat(Array.from(results.querySelectorAll("a")));
    var at = stops.indexOf(event.target), step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key];
    if (at < 0 || step === undefined || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
    if (event.key === "Escape") {
      form.q.value = "";
      search();
    }
  });

  new URLSearchParams(location.search).forEach(function (value, name) {
    if (form.elements[name]) form.elements[name].value = value;
  });
  form.hidden = false;
  search();
})();
