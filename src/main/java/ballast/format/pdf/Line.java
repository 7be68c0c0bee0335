package ballast.format.pdf;

import ballast.format.pdf.Glyph.Box;
import ballast.format.pdf.Glyph.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Characters next to one another: a line of a column, or a cell's line in a table.
 *
 * @param text not blank, no white space at either end
 * @param page 1-based
 * @param face the size of most of its characters; bold if all of them are
 * @param lead the width of its beginning up to the first possible line break, in points
 * @param marks raised signs within it that are not part of the text, by rising offset
 */
record Line(String text, int page, Box box, Face face, double lead, List<Mark> marks) {

  /**
   * A small raised number or sign, which refers to a note or is an exponent.
   *
   * @param offset offset in the text of the character after it, UTF-16 units
   */
  record Mark(int offset, String label) {}

  Line {
    marks = List.copyOf(marks);
  }

  /** In ems. */
  private static final double NEXT_LINE = 2.2;

  private static final double NEAR = 3;

  double left() {
    return box.left();
  }

  double right() {
    return box.right();
  }

  double y() {
    return box.y();
  }

  double size() {
    return face.size();
  }

  boolean isBeside(Line other) {
    return page == other.page
        && face.direction() == other.face.direction()
        && Math.abs(y() - other.y()) < 0.3 * Math.max(size(), other.size());
  }

  boolean follows(Line previous) {
    return page == previous.page
        && face.direction() == previous.face.direction()
        && y() > previous.y() + 0.3 * Math.min(size(), previous.size())
        && (box.overlaps(previous.box) || isJustBelow(previous));
  }

  /** The last word of a paragraph may be narrower than its indent. */
  private boolean isJustBelow(Line previous) {
    double apart = Math.max(box.left() - previous.right(), previous.left() - box.right());
    return y() < previous.y() + NEXT_LINE * size() && apart < NEAR * size();
  }

  Line with(Line rest) {
    boolean bold = face.bold() && rest.face.bold();
    Face both = new Face(face.size(), bold, face.direction());
    List<Mark> all = new ArrayList<>(marks);
    int start = text.length() + 1;
    rest.marks.forEach(mark -> all.add(new Mark(start + mark.offset, mark.label)));
    return new Line(text + " " + rest.text, page, box.with(rest.box), both, lead, all);
  }

  /** Returns this line with the marks that do not refer to notes as part of its text. */
  Line withoutMarksBut(Set<String> notes) {
    StringBuilder whole = new StringBuilder(text);
    List<Mark> kept = new ArrayList<>();
    int grown = 0;
    for (Mark mark : marks) {
      if (notes.contains(mark.label)) {
        kept.add(new Mark(mark.offset + grown, mark.label));
      } else {
        whole.insert(mark.offset + grown, mark.label);
        grown += mark.label.length();
      }
    }
    return new Line(whole.toString(), page, box, face, lead, kept);
  }

  /** The lines of a page, in the order of the file. The height is in points. */
  record PageLines(double height, List<Line> lines) {

    PageLines {
      lines = List.copyOf(lines);
    }
  }
}
