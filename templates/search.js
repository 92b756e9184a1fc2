/* 搜索：逐字查找，不分全半角、大小写、简繁体。索引和各通知的文字用到才取；事项太多时用 pagefind/ 的索引。 */
(() => {
  "use strict";
  var id = document.getElementById.bind(document), chars = Array.from.bind(Array);
  var form = id("search"), found = id("found"), results = id("results"), more = id("more");
  var data = window.gongkaiSearch, engine = form.dataset.pagefind;
  var EACH = 8, AROUND = 40, HITS = 3, PAIRS = 6;
  var simple = {}, loaded = {}, index = {}, firsts = [], owner = [], hits = [], turn = 0, show;

  // 逐字折叠，使折叠后的每个字都能对回原文。
  function fold(text) {
    return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^]/g, c => {
      if (c >= "\u4e00" && c <= "\u9fff") return simple[c] || c;
      return c.normalize("NFKC").replace(/[“”„‟]/, '"').replace(/[‘’‚‛]/, "'").toLowerCase();
    });
  }
  function add(into, name, text) {
    var made = document.createElement(name);
    made.textContent = text || "";
    into.append(made);
    return made;
  }

  // 各词的起止位置，按先后，重叠的合并。
  function places(text, terms) {
    var plain = "", at = [], all = [];
    text.split("").forEach((c, i) => {
      c = fold(c);
      plain += c;
      at.push(...Array(c.length).fill(i));
    });
    terms.forEach(term => {
      for (var p = plain.indexOf(term); p >= 0; p = plain.indexOf(term, p + 1)) {
        all.push([at[p], at[p + term.length - 1] + 1]);
      }
    });
    var kept = [], last;
    all.sort((a, b) => a[0] - b[0]).forEach(next => {
      if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
      else kept.push(last = next);
    });
    return kept;
  }
  function mark(into, text, terms) {
    var from = 0;
    places(text, terms).forEach(place => {
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
    return `${start ? "……" : ""}${passage.slice(start, end)}${end < passage.length ? "……" : ""}`;
  }
  function item(name, about) {
    var one = add(results, "li"), link = add(one, "a");
    link.className = "name";
    add(one, "p", about).className = "of";
    return [one, link];
  }

  // 自带数据：取词里每两个字的索引，各处都有的才算，再逐字比对。
  function load(name) {
    return loaded[name] = loaded[name] || new Promise((done, failed) => {
      var script = add(document.head, "script");
      script.onload = done;
      script.onerror = () => failed(delete loaded[name]);
      script.src = "assets/search-" + name + ".js";
    });
  }
  async function hitsOf(pair) {
    var c = chars(pair), file = (c[0].codePointAt(0) * 33 + c[1].codePointAt(0)) % data.files;
    await load("index-" + (file + 1));
    var lines = index[file] = index[file] || data.index[file].split("\n");
    var line = lines.find(line => line.startsWith(pair));
    var all = [], value = 0, last = 0;
    for (var i = pair.length; line && i < line.length; i++) {
      var digit = line.charCodeAt(i), ends = digit >= 93;
      value = value * 32 + digit - (ends ? 93 : 35);
      if (ends) all.push(last += value), value = 0;
    }
    return all;
  }
  function both(one, other) {
    var i = 0;
    return one.filter(hit => {
      while (other[i] < hit) i++;
      return other[i] === hit;
    });
  }
  // 可能有这个词的各处；长词只看几处，显示时再比对。
  async function candidates(word) {
    var c = chars(word), pairs = c.slice(1).map((next, i) => c[i] + next);
    var step = Math.ceil(pairs.length / PAIRS);
    var lists = await Promise.all(pairs.filter((pair, i) => i % step === 0).map(hitsOf));
    return lists.sort((a, b) => a.length - b.length).reduce(both);
  }
  // 一个词和意思相同的说法。
  function forms(term) {
    return data.alike.reduce((all, words) => {
      words.filter(word => term.includes(word)).forEach(word => words.forEach(other => all.add(term.replace(word, other))));
      return all;
    }, new Set([term]));
  }
  function has(text, words) { return words.some(word => text.includes(word)) }
  function passes(notice) {
    var column = form.column.value, office = form.office.value, own = data.columns[notice[1]];
    return (own + " > ").startsWith(column && column + " > ") && String(notice[0]).startsWith(form.year.value)
      && (!office || notice[2].includes(data.offices.indexOf(office)));
  }
  async function read(n) {
    await load("words-" + ((n / (data.each || 1) | 0) + 1));
    var notice = data.words[n];
    notice.folded = notice.folded || notice[3].map(hit => fold(hit[2]));
    return notice;
  }
  // 浏览器跳到这里的短句。
  function place(hit, words) {
    var clause = hit[2].split(/[\s，。；：！？、（）“”《》]/).find(part => has(fold(part), words));
    if (!clause) return hit[1];
    return hit[1] + (hit[1].includes("#") ? "" : "#") + ":~:text=" + encodeURIComponent(clause).replace(/-/g, "%2D");
  }
  function shows(groups) {
    return async n => {
      var notice = await read(n);
      if (!groups.every(words => notice.folded.some(text => has(text, words)))) return;
      var words = groups.flat(), made = item(notice[0], notice[2] + "　" + data.columns[data.notices[n][1]]);
      made[1].href = notice[1] + notice[3][0][1];
      mark(made[1], notice[0], words);
      function rank(i) { return groups.filter(words => has(notice.folded[i], words)).length }
      [...notice[3].keys()].slice(1).filter(rank).sort((a, b) => {
        return rank(b) - rank(a) || a - b;
      }).slice(0, HITS).forEach(i => {
        var hit = notice[3][i], p = add(made[0], "p");
        if (hit[0]) {
          add(p, "a", hit[0]).href = notice[1] + place(hit, words);
          p.append("　");
        }
        mark(p, excerpt(hit[2].split("\n").find(passage => has(fold(passage), words)), words), words);
      });
    };
  }
  async function own(terms) {
    var groups = terms.map(term => [...forms(term)]);
    // 一个字没有索引
    var long = groups.filter(words => chars(words[0]).length > 1);
    if (!long.length) return null;
    var ranks = await Promise.all(long.map(async words => {
      var of = new Map();
      (await Promise.all(words.map(candidates))).flat().forEach(hit => {
        var n = owner[hit], at = hit - firsts[n];
        of.set(n, Math.max(of.get(n) || 0, at === 0 ? 3 : at <= data.notices[n][4] ? 2 : 1));
      });
      return of;
    }));
    show = shows(groups);
    function rank(n) { return Math.min(...ranks.map(of => of.get(n) || 0)) }
    // 标题里有的在前，其次任务里有的，其余从新到旧。
    var wanted = [...ranks[0].keys()].filter(n => rank(n) && passes(data.notices[n]));
    wanted.sort((a, b) => rank(b) - rank(a) || b - a);
    wanted.exact = terms.every(term => chars(term).length === 2);
    return wanted;
  }
  // 只差一个字的说法，来自实际文字。
  async function near(term) {
    var c = chars(term), all = new Set();
    for (var i in c) {
      var around = [c.slice(0, i), c.slice(+i + 1)].map(part => part.join(""));
      var known = around.filter(part => chars(part).length > 1);
      var like = new RegExp(around.map(part => part.replace(/[^\w\u3400-\u9fff]/g, "\\$&")).join("\\S"));
      var close = known.length ? (await Promise.all(known.map(candidates))).reduce(both) : [];
      for (var hit of close.slice(0, 2)) {
        var words = (await read(owner[hit])).folded[hit - firsts[owner[hit]]].match(like);
        if (words) all.add(words[0]);
      }
    }
    return [...all].slice(0, 3);
  }

  async function pagefind(terms) {
    var made = await import(new URL(engine, location.href)), filters = {};
    form.querySelectorAll("select").forEach(one => {
      if (one.value) filters[one.dataset.filter] = one.value;
    });
    show = async hit => {
      var page = await hit.data(), made = item();
      made[1].href = page.url.replace(/\/$/, "/index.html");
      mark(made[1], page.meta.title, terms);
      made[0].lastChild.textContent = page.meta.date;
      mark(add(made[0], "p"), new DOMParser().parseFromString(page.excerpt, "text/html").body.textContent, terms);
    };
    return (await made.search(form.q.value, { filters: filters })).results;
  }

  function say(text) { found.textContent = text }
  async function next() {
    var mine = turn, until = results.children.length + EACH;
    if (!engine) hits.slice(0, EACH).forEach(n => read(n).catch(String));
    while (mine === turn && hits.length && results.children.length < until) await show(hits.shift());
    if (mine === turn) more.hidden = !hits.length;
  }
  async function search() {
    var mine = ++turn, asked = form.q.value.trim(), terms = fold(asked).split(/\s+/);
    results.textContent = found.textContent = "";
    more.hidden = true;
    if (!asked) return;
    say("正在查找……");
    try {
      var all = await (engine ? pagefind(terms) : own(terms)), count = all && all.length, close = [];
      if (mine !== turn) return;
      if (!count) document.documentElement.className = "";
      if (!all) return say("请至少输入两个字。");
      hits = all;
      await next();
      if (mine !== turn) return;
      if (!hits.length) count = results.children.length;
      if (count) return say(`“${asked}”${hits.length && all.exact === false ? "大约" : "共"}找到 ${count} 项。`);
      if (!engine && terms.length < 2) close = await near(terms[0]);
      if (mine !== turn) return;
      say(`没有找到“${asked}”。${close.length ? "是否想找：" : "请减少字数，或者放宽筛选。"}`);
      close.forEach(word => {
        add(found, "button", word).onclick = () => {
          form.q.value = word;
          search();
        };
      });
    } catch (error) {
      say(form.dataset.failed);
    }
  }

  // 记在地址里；本地文件不许，不记也能用。
  function ask(event) {
    event.preventDefault();
    try { history.replaceState(null, "", "?" + new URLSearchParams(new FormData(form))) } catch (e) { /* 不记 */ }
    search();
  }
  form.onsubmit = ask;
  form.querySelectorAll("select").forEach(one => { one.onchange = ask });
  more.onclick = async () => {
    var seen = results.children.length;
    await next();
    if (results.children[seen]) results.children[seen].querySelector("a").focus();
  };
  // 方向键在输入框和各条结果之间移动，Esc 键清空。
  document.onkeydown = event => {
    var stops = [form.q, ...results.querySelectorAll("a")];
    var at = stops.indexOf(event.target), step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key];
    if (at < 0 || step === undefined || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
    if (event.key === "Escape") {
      form.q.value = "";
      search();
    }
  };

  if (data) {
    chars(data.simple).forEach((c, i, all) => { if (i % 2) simple[all[i - 1]] = c });
    data.alike = data.alike.map(words => words.map(fold));
    data.notices.forEach((notice, n) => {
      firsts.push(owner.length);
      for (var i = Math.ceil(notice[3] / data.step) * data.step; i > 0; i--) owner.push(n);
    });
  }
  new URLSearchParams(location.search).forEach((value, name) => {
    if (form.elements[name]) form.elements[name].value = value;
  });
  form.hidden = false;
  search();
})();
