package ballast.accuracy;

import java.util.Locale;

/** Noise added to a clean document to make it like a real one. */
enum NoiseVariant {
  /** No noise, for comparison. */
  CLEAN,
  /** Lines of page furniture on either side, in clumps and alone. */
  FURNITURE,
  /** Lines without partner that read like the article, and beads that lost one side. */
  HEADLINES,
  /** Passages missing on one side. */
  LOST,
  /** Neighbouring passages exchanged on the English side. */
  SWAPPED,
  /** All of the above. */
  MIXED,
  /** All of the above, in paragraphs of a few sentences with the same borders on both sides. */
  PARAGRAPHS,
  /** Cut into texts as long as a newspaper article, otherwise clean. */
  SHORT,
  /** Cut into these texts, and all of the above in paragraphs: most like a saved page. */
  ARTICLES,
  /** Cut into a few beads each, some of which lost one side. */
  PIECES,
  /** Clean, in traditional characters. */
  TRADITIONAL,
  /** Clean, with English as the source. */
  ENGLISH_ORIGINAL;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean hasFurniture() {
    return this == FURNITURE || hasEverything();
  }

  boolean hasHeadlines() {
    return this == HEADLINES || hasEverything();
  }

  boolean hasLost() {
    return this == LOST || hasEverything();
  }

  boolean hasSwapped() {
    return this == SWAPPED || hasEverything();
  }

  boolean hasParagraphs() {
    return this == PARAGRAPHS || this == ARTICLES;
  }

  boolean isCut() {
    return this == SHORT || this == ARTICLES || this == PIECES;
  }

  /** The fewest beads of a text that is cut. */
  int shortest() {
    return this == PIECES ? 3 : 36;
  }

  /** The most beads of a text that is cut, but for the last one. */
  int longest() {
    return this == PIECES ? 12 : 60;
  }

  boolean hasDroppedBeads() {
    return hasHeadlines() || this == PIECES;
  }

  private boolean hasEverything() {
    return this == MIXED || hasParagraphs();
  }
}
