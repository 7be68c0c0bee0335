package ballast.format.article;

import ballast.format.file.Characters;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of a paragraph: with nothing between Chinese characters, with a space between
 * words; a word that was hyphenated at a line end is made whole if the rest of the text shows how
 * it is spelt.
 */
final class LineJoiner {

  private static final Pattern WORD = Pattern.compile("\\p{L}++(?:-\\p{L}++)*+");
  private static final Pattern MIXED = Pattern.compile("\\p{IsHan}( ?)[A-Za-z0-9]");

  private final String text;
  private final boolean spaceBetweenScripts;
  private @Nullable Set<String> words;

  /**
   * @param text the whole text, whose spelling and spacing are followed
   */
  LineJoiner(String text) {
    this.text = text;
    this.spaceBetweenScripts = spacesScripts(text);
  }

  /** Joins the lines of one paragraph into a passage. */
  RawBlock join(List<RawLine> lines) {
    StringBuilder joined = new StringBuilder(lines.get(0).text());
    List<FoundBlock.Point> points = new ArrayList<>();
    points.add(new FoundBlock.Point(0, lines.get(0).start()));
    for (RawLine line : lines.subList(1, lines.size())) {
      appendGlue(joined, line.text());
      points.add(new FoundBlock.Point(joined.length(), line.start()));
      joined.append(line.text());
    }
    return new RawBlock(joined.toString(), points, lines.get(0).gapBefore(), RawBlock.Markup.NONE);
  }

  /** Adds the characters that belong between the text so far and the next line. */
  private void appendGlue(StringBuilder before, String after) {
    char last = before.charAt(before.length() - 1);
    if (last == '\u00AD') {
      before.setLength(before.length() - 1);
      return;
    }
    if (last == '-' && isInsideWord(before, after)) {
      unhyphenate(before, after);
      return;
    }
    boolean dash = (last == '—' || last == '–') && before.length() > 1;
    if (dash && !Characters.isBlank(before.charAt(before.length() - 2))) {
      return;
    }
    Boolean wideBefore = isWideAtEnd(before);
    Boolean wideAfter = isWideAtStart(after);
    if (wideBefore == null || wideAfter == null) {
      boolean wide = Boolean.TRUE.equals(wideBefore) || Boolean.TRUE.equals(wideAfter);
      before.append(wide ? "" : " ");
    } else if (wideBefore.equals(wideAfter)) {
      before.append(wideBefore ? "" : " ");
    } else if (spaceBetweenScripts && bothLetters(before, after)) {
      before.append(' ');
    }
  }

  private static boolean isInsideWord(CharSequence before, String after) {
    return before.length() > 1
        && Character.isLetter(before.charAt(before.length() - 2))
        && Character.isLowerCase(after.codePointAt(0));
  }

  private void unhyphenate(StringBuilder before, String after) {
    int start = before.length() - 1;
    while (start > 0 && isWordPart(before.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < after.length() && isWordPart(after.charAt(end))) {
      end++;
    }
    String whole = before.substring(start, before.length() - 1) + after.substring(0, end);
    if (words().contains(whole)) {
      before.setLength(before.length() - 1);
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '-';
  }

  private Set<String> words() {
    Set<String> known = words;
    if (known == null) {
      known = new HashSet<>();
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        known.add(matcher.group());
      }
      words = known;
    }
    return known;
  }

  private static boolean bothLetters(CharSequence before, String after) {
    return Character.isLetterOrDigit(before.charAt(before.length() - 1))
        && Character.isLetterOrDigit(after.codePointAt(0));
  }

  /** Whether the text ends in Chinese; null if only marks of both scripts stand at its end. */
  private static @Nullable Boolean isWideAtEnd(CharSequence text) {
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - 6); i--) {
      int c = Character.codePointBefore(text, i + 1);
      if (!Characters.isShared(c)) {
        return DisplayWidth.isWide(c);
      }
    }
    return null;
  }

  private static @Nullable Boolean isWideAtStart(String text) {
    for (int i = 0; i < Math.min(6, text.length()); i++) {
      int c = text.codePointAt(i);
      if (!Characters.isShared(c)) {
        return DisplayWidth.isWide(c);
      }
    }
    return null;
  }

  /** Whether the text usually writes a space between Chinese and Latin words. */
  private static boolean spacesScripts(String text) {
    int spaced = 0;
    int tight = 0;
    Matcher matcher = MIXED.matcher(text);
    while (matcher.find() && spaced + tight < 1000) {
      if (matcher.group(1).isEmpty()) {
        tight++;
      } else {
        spaced++;
      }
    }
    return spaced + tight == 0 ? !ScriptDetector.isMostlyHan(text) : spaced > tight;
  }
}
