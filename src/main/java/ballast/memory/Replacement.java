package ballast.memory;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.CountedText;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Replaces the matches of a pattern in one text of a unit. Pure computation.
 *
 * <p>Inline codes before and after a match keep their place in the text. A match that contains a
 * code is left unchanged, as is a text that would become blank.
 */
public final class Replacement {

  /** Maximum character reads for one text; far above the needs of a reasonable pattern. */
  private static final long MAX_STEPS = 5_000_000;

  private static final int MAX_RESULT_LENGTH = 10_000_000;

  private final Pattern pattern;
  private final String replacement;
  private final boolean regex;
  private final Side side;

  private Replacement(Pattern pattern, String replacement, boolean regex, Side side) {
    this.pattern = pattern;
    this.replacement = replacement;
    this.regex = regex;
    this.side = side;
  }

  /**
   * @throws InputException if the text is empty
   */
  public static Replacement ofText(String text, String with, boolean ignoreCase, Side side) {
    requireSomething(text);
    return new Replacement(
        Pattern.compile(Pattern.quote(text), flags(ignoreCase)), with, /* regex= */ false, side);
  }

  /**
   * Replaces matches of a regular expression ({@link Pattern}). In the replacement, {@code $1} and
   * <code>${name}</code> insert groups and {@code \\} quotes.
   *
   * @throws InputException if the expression is empty or malformed
   */
  public static Replacement ofRegex(String regex, String with, boolean ignoreCase, Side side) {
    requireSomething(regex);
    try {
      return new Replacement(
          Pattern.compile(regex, flags(ignoreCase)), with, /* regex= */ true, side);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "\"%s\" is not a regular expression: %s, at character %d"
              .formatted(regex, e.getDescription(), Math.max(0, e.getIndex()) + 1),
          "leave --regex out to look for the text as it stands",
          e);
    }
  }

  /**
   * Replaces passages of a unit's translation.
   *
   * @param edits not overlapping, in any order
   */
  public static ReplacedText apply(Unit unit, List<TextEdit> edits) {
    return new Replacement(Pattern.compile(""), "", /* regex= */ false, Side.TARGET).new Run(unit)
        .run(edits);
  }

  private static void requireSomething(String pattern) {
    if (pattern.isEmpty()) {
      throw new InputException("there is nothing to look for: PATTERN is empty", "give a text");
    }
  }

  private static int flags(boolean ignoreCase) {
    return ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
  }

  public Side side() {
    return side;
  }

  /**
   * @throws InputException if the expression takes too long on this text, or the replacement names
   *     a group that the expression does not have
   */
  public ReplacedText apply(Unit unit) {
    try {
      return new Run(unit).run();
    } catch (CountedText.TooManyReads | StackOverflowError e) {
      // Java's matcher recurses once for each repetition of a group.
      throw new InputException(
          "\"" + pattern + "\" takes too long on unit " + unit.id(),
          "do not repeat what is repeated already, as (a+)+ does; say how often at most: a{1,20}",
          e);
    }
  }

  private final class Run {

    private final String text;
    private final Unit unit;
    private final StringBuilder result = new StringBuilder();
    private final List<Span> before = new ArrayList<>();
    private final List<Span> after = new ArrayList<>();
    private int acrossCodes;
    private int expandedTo;
    private int copied;

    private Run(Unit unit) {
      this.unit = unit;
      this.text = unit.text(side);
    }

    private ReplacedText run() {
      Matcher matcher = pattern.matcher(new CountedText(text, MAX_STEPS));
      while (matcher.find()) {
        if (hasCodeInside(matcher.start(), matcher.end())) {
          acrossCodes++;
          continue;
        }
        String with = regex ? expanded(matcher) : replacement;
        if (!with.equals(matcher.group())) {
          put(new Span(matcher.start(), matcher.end()), with);
        }
      }
      return replaced();
    }

    private ReplacedText run(List<TextEdit> edits) {
      for (TextEdit edit : edits.stream().sorted(Comparator.comparing(TextEdit::span)).toList()) {
        if (hasCodeInside(edit.span().start(), edit.span().end())) {
          acrossCodes++;
        } else {
          put(edit.span(), edit.text());
        }
      }
      return replaced();
    }

    private void put(Span old, String with) {
      result.append(text, copied, old.start());
      before.add(old);
      after.add(new Span(result.length(), result.length() + with.length()));
      result.append(with);
      copied = old.end();
      requireShort();
    }

    private ReplacedText replaced() {
      result.append(text, copied, text.length());
      String whole = result.toString();
      boolean blank = !before.isEmpty() && whole.isBlank();
      return new ReplacedText(whole, blank ? unit.codes() : codes(), before, after, acrossCodes);
    }

    private boolean hasCodeInside(int start, int end) {
      return unit.codes().stream()
          .anyMatch(code -> code.side() == side && code.offset() > start && code.offset() < end);
    }

    private String expanded(Matcher matcher) {
      StringBuilder piece = new StringBuilder();
      try {
        matcher.appendReplacement(piece, replacement);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new InputException(
            "cannot replace with \"" + replacement + "\": " + e.getMessage(),
            "$1 to $9 and ${name} stand for groups of the expression; write \\$ for a dollar sign",
            e);
      }
      String with = piece.substring(matcher.start() - expandedTo);
      expandedTo = matcher.end();
      return with;
    }

    private void requireShort() {
      if (result.length() > MAX_RESULT_LENGTH) {
        throw new InputException(
            "the text of unit " + unit.id() + " would become longer than 10 million characters",
            "give a pattern that matches less often");
      }
    }

    private List<InlineCode> codes() {
      return unit.codes().stream()
          .map(code -> code.side() == side ? code.at(side, moved(code.offset())) : code)
          .toList();
    }

    /** Maps an offset in the old text, not inside a match, to the new text. */
    private int moved(int offset) {
      int shift = 0;
      for (int i = 0; i < before.size(); i++) {
        if (before.get(i).start() < offset) {
          shift += after.get(i).length() - before.get(i).length();
        }
      }
      return offset + shift;
    }
  }

  /**
   * @param text the whole new text
   * @param codes the unit's inline codes, both sides, at their new places
   * @param before the replaced passages of the old text; may be empty
   * @param after their replacements in the new text, as many as in {@code before}
   * @param acrossCodes matches left unchanged because they contain an inline code
   */
  public record ReplacedText(
      String text, List<InlineCode> codes, List<Span> before, List<Span> after, int acrossCodes) {

    public ReplacedText {
      codes = List.copyOf(codes);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    public boolean isRefused() {
      return !before.isEmpty() && text.isBlank();
    }

    public boolean isChanged() {
      return !before.isEmpty() && !text.isBlank();
    }
  }
}
