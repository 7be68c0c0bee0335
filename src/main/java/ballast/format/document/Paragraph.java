package ballast.format.document;

import ballast.bitext.BlockType;
import java.util.List;
import java.util.Set;

/**
 * The data on a paragraph in a document's XML that the filters do not give.
 *
 * @param level of a heading, from 1; otherwise 0
 * @param number its position in the zone; rising, with gaps
 */
record Paragraph(BlockType type, int level, String place, Zone zone, long number, Inside inside) {

  /**
   * The marks, readings and fields in the text of a paragraph.
   *
   * @param notes places of the marks of notes: the number of characters of {@link Outline#key}
   *     before each
   * @param rubies the readings above words, in order
   * @param fields the fields with results in it, inner ones before outer ones
   * @param joints offsets in the text between two runs that differ in nothing a reader sees
   */
  record Inside(List<Integer> notes, List<String> rubies, List<Field> fields, Set<Integer> joints) {

    static final Inside NOTHING = new Inside(List.of(), List.of(), List.of(), Set.of());

    Inside {
      notes = List.copyOf(notes);
      rubies = List.copyOf(rubies);
      fields = List.copyOf(fields);
      joints = Set.copyOf(joints);
    }
  }

  /**
   * The result of a field: a page number, a reference, a date. It is not empty.
   *
   * @param from number of characters of {@link Outline#key} before it
   * @param to number of characters before its end
   * @param name kind of field, in capitals, for example {@code PAGEREF}
   */
  record Field(int from, int to, String name) {

    boolean isLink() {
      return name.equals("HYPERLINK");
    }

    /** Whether a person has typed it into a form: it may be many sentences. */
    boolean isTyped() {
      return name.equals("FORMTEXT");
    }
  }

  Paragraph(BlockType type, int level, String place, Zone zone, long number) {
    this(type, level, place, zone, number, Inside.NOTHING);
  }

  /** The parts of a document in the order of alignment: translators move all but the body. */
  enum Zone {
    BODY,
    /** Footnotes and endnotes, in the order of their marks; speaker notes. */
    NOTE,
    BOX,
    MARGIN,
    /** Comments and the like: not part of the text. */
    LEFT_OUT
  }
}
