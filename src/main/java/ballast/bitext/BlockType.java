package ballast.bitext;

import java.util.Locale;

/** What a {@link Block} is in its article. Sentences never cross from one block into another. */
public enum BlockType {
  /** Running text. */
  PARAGRAPH,
  /** A title or section heading: a barrier for the aligner. */
  HEADING,
  /** An entry of a list, its label included. */
  LIST_ITEM,
  /** A table cell. */
  CELL,
  /** A footnote or endnote. */
  NOTE,
  /** The text under a picture or table. */
  CAPTION,
  /** Author, publisher and date: kept apart from the text that follows. */
  BYLINE,
  /**
   * Menus, weather, advertisements, related articles: labelled, never deleted, never in a memory.
   */
  FURNITURE,
  /**
   * Program code, formulas, settings: not text. It is one sentence, never split, never translated
   * and never in a memory.
   */
  CODE,
  /**
   * A line that a user has put into both texts where they correspond. The aligner never crosses it.
   * It is one sentence and never in a memory.
   */
  MARK;

  /** The name used in output and messages, for example {@code list item}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether a block of this type is one sentence, whatever stands in it. */
  public boolean isWhole() {
    return this == CODE || this == MARK;
  }

  /** Whether sentences of this type belong in a translation memory. */
  public boolean isContent() {
    return this != FURNITURE && this != CODE && this != MARK;
  }
}
