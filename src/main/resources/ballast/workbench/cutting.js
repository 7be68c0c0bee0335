// Splitting a bead: a caret in one text, then one in the other at the same share of it.
import { say } from "/static/workbench.js";

// Where a clause ends, with the quotation marks and spaces after it; not inside a number.
const CLAUSE = /(?:[，。；：、！？…]|[,;:.!?](?!\d))[”’"'」』）)]*\s*/gu;
// How much farther away the end of a sentence may be than that of a clause, as a share of the text.
const SENTENCE = 0.15;

export class Cutting {
  // The sentences of both sides as elements; the words of the page; done gets the place as the fields of a split.
  constructor(row, sides, words, done) {
    this.sides = sides;
    this.words = words;
    this.done = done;
    this.kept = new Map([...sides.source, ...sides.target].map(element => [element, [...element.childNodes]]));
    this.texts = { source: sides.source.map(one => one.textContent), target: sides.target.map(one => one.textContent) };
    this.places = {};
    this.help = document.createElement("tr");
    this.help.className = "help";
    this.help.innerHTML = "<td colspan=3><b></b> <span></span> <span></span></td>";
    row.rows[[...row.rows].findIndex(line => !line.matches(".block"))].after(this.help);
    const first = ["source", "target"].find(side => this.proposed(side, 0.5) !== undefined);
    if (first) { this.begin(first); }
  }

  get isPossible() { return "side" in this; }

  other(side) { return side === "source" ? "target" : "source"; }

  length(side) { return this.texts[side].join("").length; }

  begin(side, place = this.proposed(side, 0.5)) {
    this.first = side;
    this.places = {};
    this.put(side, place);
  }

  // Places are counted in UTF-16 units from the beginning of a side.
  starts(side) {
    let at = 0;
    return this.texts[side].map(text => (at += text.length) - text.length);
  }

  clauses(side) {
    const starts = this.starts(side);
    const ends = this.texts[side].flatMap((text, i) => [...text.matchAll(CLAUSE)].map(end => starts[i] + end.index + end[0].length));
    return [...new Set([...starts, ...ends])].filter(place => place > 0 && place < this.length(side)).sort((a, b) => a - b);
  }

  // The places at which a caret may be: between characters or words.
  stops(side, granularity) {
    const starts = this.starts(side);
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity });
    return this.texts[side].flatMap((text, i) => [...segmenter.segment(text)].map(part => starts[i] + part.index)).concat(this.length(side));
  }

  // The best place near a share of a side: between sentences, clauses, or else words.
  proposed(side, share) {
    const length = this.length(side);
    const starts = this.starts(side);
    const clauses = this.clauses(side);
    const places = clauses.length ? clauses : this.stops(side, "word").filter(place => place > 0 && place < length);
    const distance = place => Math.abs(place / length - share) - (starts.includes(place) ? SENTENCE : 0);
    return places.sort((a, b) => distance(a) - distance(b))[0];
  }

  put(side, place) {
    this.side = side;
    this.places[side] = place;
    this.restore();
    for (const one of Object.keys(this.places)) { this.draw(one); }
    const [what, keys, whole] = this.help.querySelectorAll("b, span");
    const isSecond = side !== this.first;
    what.textContent = isSecond ? this.words["second-cut"] : this.words["first-cut"];
    keys.textContent = this.words["cut-keys"];
    whole.textContent = isSecond ? this.words["cut-whole"] : "";
    if (this.help.dataset.side !== side) { say(this.help.textContent); }
    this.help.dataset.side = side;
  }

  draw(side) {
    const { sentence, offset } = this.at(side);
    const i = Math.min(sentence, this.sides[side].length - 1);
    const text = this.texts[side][i];
    const at = i < sentence ? text.length : offset;
    const caret = document.createElement("span");
    caret.className = side === this.side ? "caret" : "caret done";
    this.sides[side][i].replaceChildren(text.slice(0, at), caret, text.slice(at));
    if (side === this.side) { caret.scrollIntoView({ block: "nearest" }); }
  }

  // How many whole sentences are before the place, and how much of the next one.
  at(side) {
    const place = this.places[side];
    const sentence = this.starts(side).filter(start => start <= place).length - 1;
    return place === this.length(side) ? { sentence: this.texts[side].length, offset: 0 } : { sentence, offset: place - this.starts(side)[sentence] };
  }

  restore() {
    for (const [element, nodes] of this.kept) { element.replaceChildren(...nodes); }
  }

  leave() {
    this.restore();
    this.help.remove();
  }

  step(places, by) {
    const here = this.places[this.side];
    const next = by < 0 ? places.filter(place => place < here).pop() : places.find(place => place > here);
    if (next !== undefined) { this.put(this.side, next); }
  }

  // Returns whether the key was for the cut.
  key(event) {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (by) {
      const across = event.key === "ArrowUp" || event.key === "ArrowDown";
      this.step(across ? this.clauses(this.side) : this.stops(this.side, event.shiftKey ? "word" : "grapheme"), by);
    } else if (event.key === "Home" || event.key === "End") {
      this.put(this.side, event.key === "Home" ? 0 : this.length(this.side));
    } else if (event.key === "Enter") {
      return this.enter(event.shiftKey) || true;
    } else {
      return false;
    }
    return true;
  }

  enter(whole) {
    const second = this.other(this.first);
    const place = this.proposed(second, this.places[this.first] / this.length(this.first));
    if (this.side === this.first && !(second in this.places) && place !== undefined) {
      this.put(second, place);
      return;
    }
    const fields = { [second]: this.texts[second].length };
    for (const side of whole ? [this.first] : Object.keys(this.places)) {
      const { sentence, offset } = this.at(side);
      Object.assign(fields, { [side]: sentence, [side + "-offset"]: offset });
    }
    this.done(fields);
  }

  // The mouse: the caret goes where it points; before the first cut, that side is the first.
  point(event) {
    const hit = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : document.caretRangeFromPoint(event.clientX, event.clientY);
    const node = hit && (hit.offsetNode || hit.startContainer);
    const element = node && [...this.kept.keys()].find(one => one.contains(node));
    if (!element) { return; }
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, hit.offset ?? hit.startOffset);
    const side = this.sides.source.includes(element) ? "source" : "target";
    const place = this.starts(side)[this.sides[side].indexOf(element)] + range.toString().length;
    if (Object.keys(this.places).length > 1) { this.put(side, place); } else { this.begin(side, place); }
  }
}
