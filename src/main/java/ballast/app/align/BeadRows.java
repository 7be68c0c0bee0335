package ballast.app.align;

import ballast.app.align.BeadHtml.BeadNotes;
import ballast.app.align.BeadHtml.LookList;
import ballast.app.page.Html;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.io.IOException;
import java.util.List;

/**
 * Writes rows of a document's table as in the page of {@code align -o x.html}, for pages that show
 * or change a part of them.
 */
public final class BeadRows {

  /** Start of the ids of the rows; the bead's number, from 1, follows. */
  public static final String PREFIX = LookList.prefix(0);

  private final AlignedText text;
  private final BeadNotes notes;

  public BeadRows(AlignedText text, BeadNotes notes) {
    this.text = text;
    this.notes = notes;
  }

  /**
   * Writes rows, each a {@code tbody}.
   *
   * @param beads 0-based positions
   */
  public void write(Html html, Range beads) throws IOException {
    BeadHtml rows = new BeadHtml(html, text, /* looks= */ null, PREFIX, notes);
    for (int i = beads.start(); i < beads.end(); i++) {
      rows.write(i);
    }
  }

  /** Writes the linked list of the beads that need a look, the most urgent first. */
  public void writeLooks(Html html) throws IOException {
    new LookHtml(html, text, PREFIX).write();
  }

  /**
   * Returns one letter per bead for a map of the document: {@code d} doubtful, {@code o} one-sided,
   * {@code m} moved (these three need a look), {@code c} confirmed by a person, {@code f} page
   * clutter, {@code l} likely, {@code s} sure or set by a person.
   */
  public String map() {
    List<Bead> beads = text.alignment().beads();
    StringBuilder map = new StringBuilder(beads.size());
    for (int i = 0; i < beads.size(); i++) {
      map.append(letter(beads.get(i), notes.state(i)));
    }
    return map.toString();
  }

  private char letter(Bead bead, String state) {
    if (!state.isEmpty()) {
      return state.equals(BeadNotes.CONFIRMED) ? 'c' : 's';
    }
    return switch (Attention.of(text, bead)) {
      case DOUBTFUL -> 'd';
      case ONE_SIDED -> 'o';
      case MOVED -> 'm';
      case NONE -> text.type(bead).isContent() ? (BeadHtml.isSure(bead) ? 's' : 'l') : 'f';
    };
  }
}
