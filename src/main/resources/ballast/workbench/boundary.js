// Dragging the boundary between a row and the next, on one side.

// Gives a row its two handles; moved gets the side and how many sentences go down, negative: up.
export function handles(row, title, sentences, moved) {
  for (const old of document.querySelectorAll(".grip")) { old.remove(); }
  const next = row.nextElementSibling;
  if (!next?.matches(".bead")) { return; }
  for (const side of ["source", "target"]) {
    const own = sentences(row, side);
    const all = [...own, ...sentences(next, side)];
    if (all.length === 0) { continue; }
    const grip = document.createElement("i");
    grip.className = "grip";
    grip.title = title;
    grip.setAttribute("aria-hidden", "true");
    row.querySelector("td." + side).append(grip);
    grip.addEventListener("pointerdown", event => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      drag(grip, all, own.length, kept => { if (kept !== own.length) { moved(side, own.length - kept); } });
    });
  }
}

function drag(grip, all, before, done) {
  let kept = before;
  const mark = () => all.forEach((one, i) => one.classList.toggle("moving", i < before ? i >= kept : i < kept));
  grip.onpointermove = event => {
    kept = all.filter(one => one.getBoundingClientRect().top + one.offsetHeight / 2 < event.clientY).length;
    mark();
  };
  grip.onpointerup = grip.onpointercancel = event => {
    grip.onpointermove = grip.onpointerup = grip.onpointercancel = null;
    if (event.type === "pointercancel") { kept = before; }
    const chosen = kept;
    kept = before;
    mark();
    done(chosen);
  };
}
