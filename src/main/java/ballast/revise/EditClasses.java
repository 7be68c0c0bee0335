package ballast.revise;

import ballast.language.NumberComparison;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Determines the {@link EditClass} of the edits of one pair of texts, except for terms. A number or
 * name that has only moved does not count as changed.
 */
final class EditClasses {

  private final Tokens before;
  private final Tokens after;
  private final TextFold fold;
  private final NumberComparison numbers;
  private final Set<String> codes = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  EditClasses(Tokens before, Tokens after, TextFold fold) {
    this.before = before;
    this.after = after;
    this.fold = fold;
    List<NumberValue> left = NumberReader.read(before.text());
    List<NumberValue> right = NumberReader.read(after.text());
    numbers = NumberComparison.of(left, right);
    codes.addAll(onlyInOne(codes(before, left), codes(after, right)));
    names.addAll(missing(GuardedTokens.names(before), after));
    names.addAll(missing(GuardedTokens.names(after), before));
  }

  /**
   * The class of a replacement.
   *
   * @param hunk tokens of both texts
   */
  EditClass of(Hunk hunk) {
    if (isFormat(hunk)) {
      return EditClass.FORMAT;
    }
    if (hasNumber(before, hunk.aStart(), hunk.aEnd(), numbers.onlyInFirst())
        || hasNumber(after, hunk.bStart(), hunk.bEnd(), numbers.onlyInSecond())) {
      return EditClass.NUMBER;
    }
    if (hasName(before, hunk.aStart(), hunk.aEnd()) || hasName(after, hunk.bStart(), hunk.bEnd())) {
      return EditClass.NAME;
    }
    return EditClass.WORDING;
  }

  /** Whether the replacement leaves the words as they are. */
  boolean isFormat(Hunk hunk) {
    return fold.isSame(
        text(before, hunk.aStart(), hunk.aEnd()), text(after, hunk.bStart(), hunk.bEnd()));
  }

  private static String text(Tokens tokens, int start, int end) {
    return start == end
        ? ""
        : tokens
            .text()
            .substring(tokens.get(start).span().start(), tokens.get(end - 1).span().end());
  }

  /** Whether any of the tokens belongs to a changed number or is a changed code. */
  private boolean hasNumber(Tokens tokens, int start, int end, List<NumberValue> changed) {
    for (int i = start; i < end; i++) {
      Token token = tokens.get(i);
      String code = GuardedTokens.code(token);
      if ((code != null && codes.contains(code))
          || changed.stream().anyMatch(number -> number.span().overlaps(token.span()))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasName(Tokens tokens, int start, int end) {
    for (int i = start; i < end && !names.isEmpty(); i++) {
      if (names.contains(GuardedTokens.name(tokens.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Codes that contain no number: G20, not 20th. */
  private static List<String> codes(Tokens tokens, List<NumberValue> numbers) {
    List<String> codes = new ArrayList<>();
    for (Token token : tokens.list()) {
      String code = GuardedTokens.code(token);
      if (code != null
          && numbers.stream().noneMatch(number -> number.span().overlaps(token.span()))) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** The elements that one list has more often than the other. */
  private static List<String> onlyInOne(List<String> one, List<String> other) {
    List<String> left = new ArrayList<>(one);
    List<String> right = new ArrayList<>(other);
    one.forEach(right::remove);
    other.forEach(left::remove);
    left.addAll(right);
    return left;
  }

  private static List<String> missing(List<String> names, Tokens in) {
    if (names.isEmpty()) {
      return names;
    }
    Set<String> words = new HashSet<>();
    in.list().forEach(token -> words.add(GuardedTokens.name(token)));
    return names.stream().filter(name -> !words.contains(name)).toList();
  }
}
