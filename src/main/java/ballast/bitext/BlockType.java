package ballast.bitext;

import java.util.Locale;

/** The role of a {@link Block} in its article. Sentences never cross the border of a block. */
public enum BlockType {
  PARAGRAPH,
  /** A title or section heading: a barrier for the aligner. */
  HEADING,
  /** An entry of a list, including its label. */
  LIST_ITEM,
  CELL,
  NOTE,
  /** The text under a picture or table. */
  CAPTION,
  /** Author, publisher and date, separate from the text that follows. */
  BYLINE,
  /**
   * Menus, weather, advertisements, related articles: labelled, never deleted, never in a memory.
   */
  FURNITURE,
  /** Program code, formulas, settings: one sentence, never split, translated or in a memory. */
  CODE,
  /**
   * A line that a user has put into both texts at corresponding places. The aligner never crosses
   * it. It is one sentence and never in a memory.
   */
  MARK;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public boolean isWhole() {
    return this == CODE || this == MARK;
  }

  public boolean isContent() {
    return this != FURNITURE && this != CODE && this != MARK;
  }
}
