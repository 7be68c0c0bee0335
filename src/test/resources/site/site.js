"use strict";
// Searches the texts of search-index.js. Words are cut at white space; Chinese needs no blanks: each run of it is looked for as it is.
{
  const field = document.getElementById("search");
  const box = document.getElementById("hits");
  const up = document.documentElement.dataset.up;
  const chinese = document.documentElement.lang.startsWith("zh");
  const MOST = 20;
  const AROUND = 60;

  // As long as the text, so that places in one are places in the other.
  const folded = text => Array.from(text, sign => {
    const plain = sign.normalize("NFKC").toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join("");
  const parts = BALLAST_PARTS.map(part => ({
    ...part,
    heads: folded(part.title + " " + part.heading),
    body: folded(part.text),
  }));

  const count = (text, word) => text.split(word).length - 1;

  const score = (part, words) => {
    let sum = 0;
    for (const word of words) {
      const found = 10 * count(part.heads, word) + Math.min(5, count(part.body, word));
      if (found === 0) return 0;
      sum += found;
    }
    return sum + (part.zh === chinese ? 1000 : 0);
  };

  // The words are marked by nodes of the document, never by HTML in a text.
  const excerpt = (part, words) => {
    const line = document.createElement("span");
    const first = Math.min(...words.map(word => part.body.indexOf(word)).filter(at => at >= 0), part.body.length);
    const from = first === part.body.length ? 0 : Math.max(0, first - AROUND);
    let rest = part.text.slice(from, from + 3 * AROUND);
    line.append(from > 0 ? "…" : "");
    while (rest) {
      const at = words.map(word => [folded(rest).indexOf(word), word.length]).filter(([start]) => start >= 0)
        .sort((a, b) => a[0] - b[0])[0];
      if (!at) break;
      line.append(rest.slice(0, at[0]));
      const mark = document.createElement("mark");
      mark.textContent = rest.slice(at[0], at[0] + at[1]);
      line.append(mark);
      rest = rest.slice(at[0] + at[1]);
    }
    line.append(rest);
    return line;
  };

  const show = () => {
    const words = folded(field.value).split(/\s+/).filter(word => word);
    box.replaceChildren();
    box.hidden = words.length === 0;
    if (box.hidden) return;
    const hits = parts.map(part => [score(part, words), part]).filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0]).slice(0, MOST);
    for (const [, part] of hits) {
      const link = document.createElement("a");
      link.href = up + part.page + (part.anchor ? "#" + encodeURIComponent(part.anchor) : "");
      const title = document.createElement("b");
      title.textContent = part.heading ? part.title + " › " + part.heading : part.title;
      link.append(title, excerpt(part, words));
      box.append(link);
    }
    if (hits.length === 0) {
      const none = document.createElement("p");
      none.textContent = field.dataset.none;
      box.append(none);
    }
  };

  const close = () => {
    box.hidden = true;
  };

  const move = (event, step) => {
    const links = [...box.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + step;
    event.preventDefault();
    (at < 0 ? field : links[Math.min(at, links.length - 1)])?.focus();
  };

  field.addEventListener("input", show);
  field.addEventListener("focus", show);
  box.addEventListener("click", close);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") close();
    else if (event.key === "/" && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    } else if (!box.hidden && event.key === "ArrowDown") move(event, 1);
    else if (!box.hidden && event.key === "ArrowUp") move(event, -1);
  });
  document.addEventListener("click", event => {
    if (!box.contains(event.target) && event.target !== field) close();
  });
  // On a narrow screen the text comes first.
  if (matchMedia("(max-width: 55rem)").matches) document.querySelector("nav details").open = false;
}
