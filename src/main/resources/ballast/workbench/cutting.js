// Choosing the place where a bead is split: a caret in one of its sentences, moved by keys or the mouse.

export class Cutting {
  // The sentences of both sides as elements; done gets the place as the fields of a split.
  constructor(source, target, done) {
    this.sides = { source, target };
    this.all = [...source, ...target].map(element => ({ element, kept: [...element.childNodes], text: element.textContent }));
    this.done = done;
    const longer = source.length >= target.length ? source : target;
    this.put(longer[Math.floor(longer.length / 2)], longer.length > 1 ? 0 : Math.floor(longer[0].textContent.length / 2));
  }

  entry(element) { return this.all.find(one => one.element === element); }

  // Puts the caret at an offset, counted in UTF-16 units.
  put(element, offset) {
    this.restore();
    this.element = element;
    this.offset = offset;
    const text = this.entry(element).text;
    const caret = document.createElement("span");
    caret.className = "caret";
    element.replaceChildren(text.slice(0, offset), caret, text.slice(offset));
    caret.scrollIntoView({ block: "nearest" });
  }

  restore() {
    for (const one of this.all) { one.element.replaceChildren(...one.kept); }
  }

  leave() { this.restore(); }

  // The places at which a caret may stand in a text: between characters, or words with Ctrl.
  stops(text, granularity) {
    const parts = new Intl.Segmenter(document.documentElement.lang, { granularity }).segment(text);
    return [...parts].map(part => part.index).concat(text.length);
  }

  key(event) {
    const text = this.entry(this.element).text;
    const stops = this.stops(text, event.shiftKey ? "word" : "grapheme");
    if (event.key === "ArrowLeft") {
      this.put(this.element, stops.filter(stop => stop < this.offset).pop() ?? 0);
    } else if (event.key === "ArrowRight") {
      this.put(this.element, stops.find(stop => stop > this.offset) ?? text.length);
    } else if (event.key === "Home" || event.key === "End") {
      this.put(this.element, event.key === "Home" ? 0 : text.length);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const i = this.all.findIndex(one => one.element === this.element) + (event.key === "ArrowUp" ? -1 : 1);
      if (this.all[i]) { this.put(this.all[i].element, Math.min(this.offset, this.all[i].text.length)); }
    } else if (event.key === "Enter") {
      this.done(this.fields());
    } else {
      return false;
    }
    return true;
  }

  // The mouse: the caret goes where it points.
  point(event) {
    const hit = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : document.caretRangeFromPoint(event.clientX, event.clientY);
    const node = hit && (hit.offsetNode || hit.startContainer);
    const element = node && this.all.map(one => one.element).find(one => one.contains(node));
    if (!element) { return; }
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, hit.offset ?? hit.startOffset);
    this.put(element, range.toString().length);
  }

  // The other side is split between its sentences, where as much of it lies before as on this side.
  fields() {
    const side = this.sides.source.includes(this.element) ? "source" : "target";
    const other = side === "source" ? "target" : "source";
    const mine = this.sides[side];
    const lengths = elements => elements.map(element => this.entry(element).text.length);
    const sum = numbers => numbers.reduce((a, b) => a + b, 0);
    let sentence = mine.indexOf(this.element);
    let offset = this.offset;
    if (offset === this.entry(this.element).text.length) { sentence++; offset = 0; }
    const part = (sum(lengths(mine).slice(0, sentence)) + offset) / Math.max(1, sum(lengths(mine)));
    const theirs = lengths(this.sides[other]);
    const share = k => sum(theirs.slice(0, k)) / Math.max(1, sum(theirs));
    let best = 0;
    for (let k = 1; k <= theirs.length; k++) {
      if (Math.abs(share(k) - part) < Math.abs(share(best) - part)) { best = k; }
    }
    return { [side]: sentence, [side + "-offset"]: offset, [other]: best };
  }
}
