// The article at a glance: one mark for each bead, or for several where there are many.
const MAX_MARKS = 240;
const WORST_FIRST = "domlscf";

export class Strip {
  constructor(element, go) {
    this.element = element;
    this.per = 1;
    element.addEventListener("click", event => {
      const mark = event.target.closest("i");
      if (mark) { go([...element.children].indexOf(mark) * this.per); }
    });
  }

  show(map, at) {
    this.per = Math.max(1, Math.ceil(map.length / MAX_MARKS));
    const marks = Math.ceil(map.length / this.per);
    while (this.element.children.length > marks) { this.element.lastElementChild.remove(); }
    while (this.element.children.length < marks) { this.element.append(document.createElement("i")); }
    for (let i = 0; i < marks; i++) {
      const letters = map.slice(i * this.per, (i + 1) * this.per);
      const worst = [...WORST_FIRST].find(letter => letters.includes(letter));
      const here = at >= i * this.per && at < (i + 1) * this.per;
      const name = worst + (here ? " at" : "");
      if (this.element.children[i].className !== name) { this.element.children[i].className = name; }
    }
  }
}
