package ballast.format.document;

import ballast.bitext.BlockType;
import java.util.List;

/**
 * What the XML of a document says about one of its paragraphs, and the filters do not.
 *
 * @param type what it is
 * @param level of a heading, from 1; otherwise 0
 * @param place where a person finds it
 * @param zone which part of the document it is in
 * @param number its place among those of the zone; rising, with gaps
 * @param inside what stands in its text
 */
record Paragraph(BlockType type, int level, String place, Zone zone, long number, Inside inside) {

  /**
   * What stands in the text of a paragraph.
   *
   * @param notes where marks of notes stand: how many characters of {@link Outline.TextKey} are
   *     before each
   * @param rubies the readings above words, in order
   * @param fields the fields whose results are part of it, inner ones before outer ones
   */
  record Inside(List<Integer> notes, List<String> rubies, List<Field> fields) {

    static final Inside NOTHING = new Inside(List.of(), List.of(), List.of());

    Inside {
      notes = List.copyOf(notes);
      rubies = List.copyOf(rubies);
      fields = List.copyOf(fields);
    }
  }

  /**
   * The result of a field: a page number, a reference, a date. It is not empty.
   *
   * @param from how many characters of {@link Outline.TextKey} are before it
   * @param to how many are before its end
   * @param name what kind of field, in capitals, for example {@code PAGEREF}
   */
  record Field(int from, int to, String name) {

    /** Whether it leads elsewhere. */
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

  /**
   * The parts of a document in the order in which they are aligned: translators move the others.
   */
  enum Zone {
    /** Running text, with its tables. */
    BODY,
    /** Footnotes and endnotes, in the order of their marks; speaker notes. */
    NOTE,
    /** Text in frames, which float. */
    BOX,
    /** Headers and footers. */
    MARGIN,
    /** Comments and the like: not part of the text. */
    LEFT_OUT
  }
}
