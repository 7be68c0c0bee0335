package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.format.file.Characters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds headings that are marked only by their form: a short line without a full stop, with text
 * below it.
 */
final class Headings {

  private static final int MAX_HAN = 30;
  private static final int MAX_WORDS = 14;
  private static final int MAX_TITLE_HAN = 50;
  private static final int MAX_TITLE_WORDS = 25;
  private static final String NOT_LAST = "。；;，,、：:.…‥”’\"";

  private final List<RawBlock> passages;
  private final List<TextSize> sizes;
  private final @Nullable BlockType[] types;
  private final boolean titled;

  /**
   * @param types types found so far, null where unknown; headings are filled in
   * @param titled whether markup has given the text its title
   */
  Headings(
      List<RawBlock> passages, List<TextSize> sizes, @Nullable BlockType[] types, boolean titled) {
    this.passages = passages;
    this.sizes = sizes;
    this.types = types;
    this.titled = titled;
  }

  /** Whether a text is short enough for a heading and does not end as a sentence or clause does. */
  static boolean isShort(String text, TextSize size) {
    return fits(text, size, MAX_HAN, MAX_WORDS);
  }

  private static boolean fits(String text, TextSize size, int maxHan, int maxWords) {
    int last = text.codePointBefore(text.length());
    boolean wordy = size.han() + size.words() > 0;
    boolean dotted = last == '.' && !text.endsWith("U.S.");
    boolean open = last != '.' && NOT_LAST.indexOf(last) >= 0;
    boolean quoted = (last == '”' || last == '’' || last == '"') && size.sentences() == 0;
    boolean clauses = text.indexOf('；') >= 0 || text.indexOf('。') >= 0;
    return wordy
        && !clauses
        && size.han() <= maxHan
        && size.words() <= maxWords
        && !dotted
        && (!open || quoted);
  }

  void label() {
    int from = 0;
    if (!titled) {
      from = labelTitle();
    } else {
      labelBelowTitle(firstHeading() + 1);
    }
    for (int i = types.length - 1; i >= from; i--) {
      if (types[i] == null && isHeading(i)) {
        types[i] = BlockType.HEADING;
      }
    }
  }

  private int firstHeading() {
    int i = 0;
    while (i < types.length && types[i] != BlockType.HEADING) {
      i++;
    }
    return i;
  }

  /** Labels as title the first line that is neither furniture nor byline, if text follows it. */
  private int labelTitle() {
    for (int i = 0; i < types.length; i++) {
      if (types[i] == BlockType.FURNITURE || types[i] == BlockType.BYLINE) {
        continue;
      }
      RawBlock passage = passages.get(i);
      boolean title =
          types[i] == null
              && fits(passage.text(), sizes.get(i), MAX_TITLE_HAN, MAX_TITLE_WORDS)
              && i + 1 < types.length;
      if (title) {
        types[i] = BlockType.HEADING;
        labelBelowTitle(i + 1);
      }
      return i + 1;
    }
    return types.length;
  }

  /** {@code ——在某次会议上的讲话}: a Chinese subtitle begins with a dash; names may follow. */
  private void labelBelowTitle(int first) {
    for (int i = first; i < Math.min(first + 3, types.length); i++) {
      String text = passages.get(i).text();
      if (types[i] == null && Bylines.isBareName(text)) {
        types[i] = BlockType.BYLINE;
      } else if (types[i] == null
          && text.startsWith("——")
          && fits(text, sizes.get(i), MAX_TITLE_HAN, MAX_TITLE_WORDS)) {
        types[i] = BlockType.HEADING;
      } else if (types[i] == null) {
        return;
      }
    }
  }

  /**
   * Whether a block is a heading. Blocks are labelled from the last to the first, so the following
   * ones have their types already. Two short lines that are not set apart are verse, an address or
   * a list, not two headings.
   */
  private boolean isHeading(int i) {
    RawBlock passage = passages.get(i);
    String text = passage.text();
    boolean questionOrCall = Characters.endsSentence(text) && sizes.get(i).sentences() > 0;
    if (!isShort(text, sizes.get(i))
        || questionOrCall
        || text.startsWith("“")
        || text.startsWith("\"")) {
      return false;
    }
    return isBody(next(i)) && standsAlone(i);
  }

  private int next(int i) {
    int next = i + 1;
    while (next < types.length && types[next] == BlockType.FURNITURE) {
      next++;
    }
    return next;
  }

  private boolean isBody(int i) {
    if (i >= types.length) {
      return false;
    }
    BlockType type = types[i];
    if (type == null || type == BlockType.PARAGRAPH) {
      return sizes.get(i).isSentence() || sizes.get(i).isLong();
    }
    return type == BlockType.LIST_ITEM
        || (type == BlockType.HEADING && passages.get(i).gapBefore());
  }

  private boolean standsAlone(int i) {
    int previous = i - 1;
    while (previous >= 0 && types[previous] == BlockType.FURNITURE) {
      previous--;
    }
    boolean shortBefore =
        previous >= 0
            && types[previous] == null
            && !Characters.endsSentence(passages.get(previous).text())
            && !sizes.get(previous).isLong();
    return !shortBefore || (passages.get(i).gapBefore() && passages.get(previous).gapBefore());
  }
}
