package ballast.mine;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.Arrays;
import java.util.Optional;

/** A Chinese text, simplified and cut into words. Each of its characters is cut once. */
final class CutText {

  private final int[] characters;

  /** The same characters as written. */
  private final int[] written;

  /** The character number of each UTF-16 unit of the raw text and of its end. */
  private final int[] positions;

  /** Whether a word ends before each character. */
  private final boolean[] ends;

  CutText(String raw, ChineseWords chineseWords) {
    written = raw.codePoints().toArray();
    characters = Arrays.stream(written).map(chineseWords::simplified).toArray();
    positions = new int[raw.length() + 1];
    int position = 0;
    for (int at = 0; at < raw.length(); position++) {
      int length = Character.charCount(raw.codePointAt(at));
      positions[at] = position;
      positions[at + length - 1] = position;
      at += length;
    }
    positions[raw.length()] = position;
    ends = new boolean[position + 1];
    for (int from = 0; from < characters.length; ) {
      int to = from;
      while (isHan(to)) {
        to++;
      }
      if (to > from) {
        cut(from, to, chineseWords);
      }
      from = to + 1;
    }
  }

  private void cut(int from, int to, ChineseWords chineseWords) {
    String run = new String(characters, from, to - from);
    ChineseWords.Cut cut = chineseWords.cut(run);
    for (int at = from, offset = 0; at <= to; at++) {
      ends[at] = cut.endsAt(offset);
      offset += at < to ? Character.charCount(characters[at]) : 0;
    }
  }

  private boolean isHan(int position) {
    return position >= 0 && position < characters.length && Han.isHan(characters[position]);
  }

  /**
   * The context of a term.
   *
   * @param place the place of the term in the raw text
   * @return empty if the term contains characters that are not Han: it is then not part of a longer
   *     word
   */
  Optional<TermContext> around(Span place) {
    int from = positions[place.start()];
    int to = positions[place.end()];
    for (int at = from; at < to; at++) {
      if (!isHan(at)) {
        return Optional.empty();
      }
    }
    int start = from;
    while (from - start <= TermContext.REACH && isHan(start - 1)) {
      start--;
    }
    int end = to;
    while (end - to <= TermContext.REACH && isHan(end)) {
      end++;
    }
    int beforeEnds = 0;
    for (int n = 0; n <= from - start; n++) {
      beforeEnds |= ends[from - n] ? 1 << n : 0;
    }
    int afterEnds = 0;
    for (int n = 0; n <= end - to; n++) {
      afterEnds |= ends[to + n] ? 1 << n : 0;
    }
    String text = new String(characters, start, end - start);
    String own = new String(written, start, end - start);
    return Optional.of(
        new TermContext(
            text, own.equals(text) ? text : own, from - start, end - to, beforeEnds, afterEnds));
  }
}
