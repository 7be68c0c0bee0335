package ballast.bitext;

/**
 * A text of an aligned article that is in no unit: an unmatched sentence, or a waiver.
 *
 * @param document portable name of the document
 * @param bead number of its bead, from 1; 0 for a waiver that applies to no checked sentence
 * @param kind {@link #SOURCE} or {@link #TARGET}; from {@link #WAIVER} on the number of a waiver,
 *     which may apply to several beads
 * @param text sentences joined as in {@link Alignment#text}; the words of a waiver
 * @param where in a memory, the document with the bead as its line; in an article, the place of a
 *     waiver
 */
public record LooseText(
    String document,
    Lang sourceLang,
    Lang targetLang,
    int bead,
    int kind,
    String text,
    Location where) {

  /** The kind of an unmatched source sentence. */
  public static final int SOURCE = 0;

  /** The kind of an unmatched target sentence. */
  public static final int TARGET = 1;

  /** The kind of the article's first waiver. */
  public static final int WAIVER = 2;
}
