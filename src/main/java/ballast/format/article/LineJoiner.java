package ballast.format.article;

import ballast.format.file.Characters;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of a paragraph: with nothing between Chinese characters, with a space between
 * words. A word hyphenated at a line end is made whole if the rest of the text shows its spelling.
 */
public final class LineJoiner {

  private static final Pattern WORD = Pattern.compile("\\p{L}++(?:-\\p{L}++)*+");
  private static final Pattern DIVIDED =
      Pattern.compile(
          "(?<![\\p{L}-])((?:\\p{L}++-(?=\\p{L}))*+\\p{L}++)-\\n(\\p{L}++(?:-\\p{L}++)*+)");
  private static final Pattern MIXED = Pattern.compile("\\p{IsHan}( ?)[A-Za-z0-9]");

  /** Upper bound of the share of lines in English prose that end within a compound. */
  private static final double COMPOUNDS = 0.02;

  private final String text;
  private final boolean spaceBetweenScripts;
  private final String printed;
  private @Nullable Map<String, Integer> words;
  private @Nullable Boolean hyphenated;

  /**
   * @param text the whole text, as the model of spelling and spacing
   */
  public LineJoiner(String text) {
    this(text, "");
  }

  private LineJoiner(String text, String printed) {
    this.text = text;
    this.spaceBetweenScripts = spacesScripts(text);
    this.printed = printed;
  }

  /**
   * Returns a joiner for printed text. There most hyphens at line ends are from a program, unless
   * the text shows that they belong to compounds.
   *
   * @param lines all lines of the text
   */
  public static LineJoiner ofPrint(List<String> lines) {
    String text = String.join("\n", lines);
    // The halves of a divided word do not show the spelling of words.
    return new LineJoiner(DIVIDED.matcher(text).replaceAll("\n"), text);
  }

  /**
   * A paragraph with joined lines.
   *
   * @param starts start of each line in the text, UTF-16 units
   */
  public record Joined(String text, List<Integer> starts) {

    public Joined {
      starts = List.copyOf(starts);
    }
  }

  public Joined joinText(List<String> lines) {
    StringBuilder joined = new StringBuilder(lines.get(0));
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (String line : lines.subList(1, lines.size())) {
      appendGlue(joined, line);
      starts.add(joined.length());
      joined.append(line);
    }
    return new Joined(joined.toString(), starts);
  }

  RawBlock join(List<RawLine> lines) {
    Joined joined = joinText(lines.stream().map(RawLine::text).toList());
    List<FoundBlock.Point> points = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      points.add(new FoundBlock.Point(joined.starts().get(i), lines.get(i).start()));
    }
    return new RawBlock(joined.text(), points, lines.get(0).gapBefore(), RawBlock.Markup.NONE);
  }

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
    before.append(glue(before, after));
  }

  /**
   * Returns the characters between two parts of a paragraph separated by a line break: nothing or a
   * space.
   *
   * @param before the text so far; not empty
   * @param after the text that follows, at least its first characters; not empty
   */
  public String glue(CharSequence before, String after) {
    char last = before.charAt(before.length() - 1);
    boolean dash = (last == '—' || last == '–') && before.length() > 1;
    if (dash && !Characters.isBlank(before.charAt(before.length() - 2))) {
      return "";
    }
    Boolean wideBefore = isWideAtEnd(before);
    Boolean wideAfter = isWideAtStart(after);
    if (wideBefore == null || wideAfter == null) {
      boolean wide = Boolean.TRUE.equals(wideBefore) || Boolean.TRUE.equals(wideAfter);
      return wide ? "" : " ";
    }
    if (wideBefore.equals(wideAfter)) {
      return wideBefore ? "" : " ";
    }
    return spaceBetweenScripts && bothLetters(before, after) ? " " : "";
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
    String first = before.substring(start, before.length() - 1);
    String second = after.substring(0, end);
    boolean whole =
        printed.isEmpty()
            ? count(first + second) > 0
            : isHyphenated() && !isCompound(first, second);
    if (whole) {
      before.setLength(before.length() - 1);
    }
  }

  /**
   * Whether a program has divided words, without marking its hyphens as soft: a program that writes
   * soft hyphens writes no others.
   */
  private boolean isHyphenated() {
    Boolean known = hyphenated;
    if (known == null) {
      known = !printed.contains("\u00AD\n") && areDivided();
      hyphenated = known;
    }
    return known;
  }

  /**
   * Whether the words at line ends mostly occur elsewhere without a hyphen. If they do not occur
   * elsewhere, whether they are too many to be compounds.
   */
  private boolean areDivided() {
    int divided = 0;
    int balance = 0;
    Matcher matcher = DIVIDED.matcher(printed);
    while (matcher.find()) {
      int whole = count(matcher.group(1) + matcher.group(2));
      int compound = count(matcher.group(1) + "-" + matcher.group(2));
      divided++;
      balance += Integer.compare(whole, compound);
    }
    long lines = printed.lines().count();
    return balance > 0 || (balance == 0 && divided > lines * COMPOUNDS);
  }

  private boolean isCompound(String first, String second) {
    int whole = count(first + second);
    int compound = count(first + "-" + second);
    if (whole > 0 || compound > 0) {
      return compound > whole;
    }
    return first.contains("-") || (count(first) > 0 && count(second) > 0);
  }

  private int count(String word) {
    return words().getOrDefault(word, 0);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '-';
  }

  private Map<String, Integer> words() {
    Map<String, Integer> known = words;
    if (known == null) {
      known = new HashMap<>();
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        known.merge(matcher.group(), 1, Integer::sum);
      }
      words = known;
    }
    return known;
  }

  private static boolean bothLetters(CharSequence before, String after) {
    return Character.isLetterOrDigit(before.charAt(before.length() - 1))
        && Character.isLetterOrDigit(after.codePointAt(0));
  }

  /** Whether the text ends in Chinese; null if only marks of both scripts are at its end. */
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
