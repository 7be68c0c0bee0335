package ballast.revise;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.NumberComparison;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes between two texts, in whole words.
 *
 * <p>Tokens are compared by {@link Histogram}. An insertion or deletion that could be in several
 * places is moved to the beginning of a phrase. Two changes separated only by a function word or a
 * mark become one. Differing white space is a change of its own. Han words with a common beginning
 * or end are reduced to the differing characters. No edit begins or ends inside an English word.
 * Immutable and thread-safe if the words are.
 */
public final class WordDiff {

  private final ChineseWords words;
  private final TextFold fold;

  public WordDiff(ChineseWords words) {
    this.words = words;
    this.fold = new TextFold(words);
  }

  /** Returns the edits that turn {@code before} into {@code after}, in order. */
  public List<Edit> compare(String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    Tokens a = Tokens.of(before, words);
    Tokens b = Tokens.of(after, words);
    EditClasses classes = new EditClasses(a, b, fold);
    int[] beforeOf = match(a, b);
    List<Hunk> hunks = new HunkMerger(a, b, classes).tidy(hunks(beforeOf, a.size()));
    return joined(before, after, edits(a, b, hunks, classes));
  }

  /** Joins edits of format separated only by a mark, and white space next to an edit. */
  private List<Edit> joined(String before, String after, List<Edit> edits) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && belongTogether(before, last, edit)) {
        Span old = new Span(last.old().start(), edit.old().end());
        Span revised = new Span(last.revised().start(), edit.revised().end());
        Edit.Kind kind = last.editClass() == Edit.Kind.FORMAT ? edit.editClass() : last.editClass();
        joined.set(
            joined.size() - 1, new Edit(old, old.of(before), revised, revised.of(after), kind));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private boolean belongTogether(String before, Edit left, Edit right) {
    boolean format = left.editClass() == Edit.Kind.FORMAT && right.editClass() == Edit.Kind.FORMAT;
    if (!format && !isSpaceOnly(left) && !isSpaceOnly(right)) {
      return false;
    }
    String gap = before.substring(left.old().end(), right.old().start());
    Tokens tokens = Tokens.of(gap, words);
    return tokens.size() == 0 || (tokens.size() == 1 && HunkMerger.isTrivial(tokens.get(0)));
  }

  private static boolean isSpaceOnly(Edit edit) {
    return (edit.oldText() + edit.newText()).isBlank();
  }

  private static int[] match(Tokens a, Tokens b) {
    Map<String, Integer> codes = new HashMap<>();
    return Histogram.match(codes(a, codes), codes(b, codes));
  }

  static int[] codes(Tokens tokens, Map<String, Integer> codes) {
    return tokens.list().stream()
        .mapToInt(token -> codes.computeIfAbsent(token.text(), text -> codes.size()))
        .toArray();
  }

  private static List<Hunk> hunks(int[] beforeOf, int size) {
    List<Hunk> hunks = new ArrayList<>();
    int a = 0;
    int start = 0;
    for (int b = 0; b <= beforeOf.length; b++) {
      int partner = b == beforeOf.length ? size : beforeOf[b];
      if (partner < 0) {
        continue;
      }
      if (partner > a || b > start) {
        hunks.add(new Hunk(a, partner, start, b));
      }
      a = partner + 1;
      start = b + 1;
    }
    return hunks;
  }

  private List<Edit> edits(Tokens a, Tokens b, List<Hunk> hunks, EditClasses classes) {
    List<Edit> edits = new ArrayList<>();
    int aAt = 0;
    int bAt = 0;
    for (Hunk hunk : hunks) {
      addSpaces(a, aAt, b, bAt, hunk.aStart() - aAt, edits);
      Span old = between(a, hunk.aStart() - 1, hunk.aEnd());
      Span revised = between(b, hunk.bStart() - 1, hunk.bEnd());
      add(a.text(), old, b.text(), revised, classes.of(hunk), edits);
      aAt = hunk.aEnd();
      bAt = hunk.bEnd();
    }
    addSpaces(a, aAt, b, bAt, a.size() - aAt, edits);
    return edits;
  }

  /** Adds edits for differing white space between equal tokens and at both ends of the texts. */
  private static void addSpaces(
      Tokens a, int aFrom, Tokens b, int bFrom, int count, List<Edit> edits) {
    // Space between a hunk and its neighbour belongs to the hunk; outermost space belongs to none.
    int first = aFrom == 0 && bFrom == 0 ? 0 : 1;
    int last = aFrom + count == a.size() && bFrom + count == b.size() ? count : count - 1;
    for (int i = first; i <= last; i++) {
      Span old = between(a, aFrom + i - 1, aFrom + i);
      Span revised = between(b, bFrom + i - 1, bFrom + i);
      add(a.text(), old, b.text(), revised, Edit.Kind.FORMAT, edits);
    }
  }

  private static Span between(Tokens tokens, int left, int right) {
    int start = left < 0 ? 0 : tokens.get(left).span().end();
    int end = right >= tokens.size() ? tokens.text().length() : tokens.get(right).span().start();
    return new Span(start, end);
  }

  private static void add(
      String before, Span old, String after, Span revised, Edit.Kind kind, List<Edit> edits) {
    int start = 0;
    int maxLength = Math.min(old.length(), revised.length());
    while (start < maxLength
        && before.charAt(old.start() + start) == after.charAt(revised.start() + start)
        && isLoose(before, old.start() + start)) {
      start++;
    }
    start -= splitsPair(before, old.start() + start) ? 1 : 0;
    int end = 0;
    while (end < maxLength - start
        && before.charAt(old.end() - 1 - end) == after.charAt(revised.end() - 1 - end)
        && isLoose(before, old.end() - 1 - end)) {
      end++;
    }
    end -= splitsPair(before, old.end() - end) ? 1 : 0;
    Span oldPart = new Span(old.start() + start, old.end() - end);
    Span newPart = new Span(revised.start() + start, revised.end() - end);
    if (!oldPart.isEmpty() || !newPart.isEmpty()) {
      edits.add(new Edit(oldPart, oldPart.of(before), newPart, newPart.of(after), kind));
    }
  }

  /** Returns whether an edit may always begin or end at this character: white space and Han. */
  private static boolean isLoose(String text, int at) {
    char c = text.charAt(at);
    return WhiteSpace.isSpace(c) || Han.isHan(c) || Character.isSurrogate(c);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  /**
   * Determines the {@link Edit.Kind} of the edits of one pair of texts, except for terms. A number
   * or name that only moved does not count as changed.
   */
  private static final class EditClasses {

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

    Edit.Kind of(Hunk hunk) {
      if (isFormat(hunk)) {
        return Edit.Kind.FORMAT;
      }
      if (hasNumber(before, hunk.aStart(), hunk.aEnd(), numbers.onlyInFirst())
          || hasNumber(after, hunk.bStart(), hunk.bEnd(), numbers.onlyInSecond())) {
        return Edit.Kind.NUMBER;
      }
      if (hasName(before, hunk.aStart(), hunk.aEnd())
          || hasName(after, hunk.bStart(), hunk.bEnd())) {
        return Edit.Kind.NAME;
      }
      return Edit.Kind.WORDING;
    }

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

    /** Returns whether any of the tokens belongs to a changed number or is a changed code. */
    private boolean hasNumber(Tokens tokens, int start, int end, List<NumberValue> changed) {
      for (int i = start; i < end; i++) {
        Tokens.Token token = tokens.get(i);
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

    /** Returns codes that contain no number: G20, not 20th. */
    private static List<String> codes(Tokens tokens, List<NumberValue> numbers) {
      List<String> codes = new ArrayList<>();
      for (Tokens.Token token : tokens.list()) {
        String code = GuardedTokens.code(token);
        if (code != null
            && numbers.stream().noneMatch(number -> number.span().overlaps(token.span()))) {
          codes.add(code);
        }
      }
      return codes;
    }

    /** Returns the elements that one list has more often than the other. */
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

  /**
   * Tokens {@code aStart} to {@code aEnd} of the old text that were replaced by {@code bStart} to
   * {@code bEnd} of the new one; half open, one of the two may be empty.
   */
  private record Hunk(int aStart, int aEnd, int bStart, int bEnd) {

    Hunk upTo(Hunk next) {
      return new Hunk(aStart, next.aEnd, bStart, next.bEnd);
    }

    Hunk moved(int by) {
      return new Hunk(aStart + by, aEnd + by, bStart + by, bEnd + by);
    }
  }

  /**
   * Makes the hunks of a difference readable: moves each to the beginning of a phrase and joins
   * neighbours.
   */
  private record HunkMerger(Tokens before, Tokens after, EditClasses classes) {

    private static final Set<String> FUNCTION_WORDS =
        Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as",
            "and", "or", "but", "is", "are", "was", "were", "be", "been", "being", "it", "its",
            "that", "this", "these", "those", "which", "who", "has", "have", "had", "will", "would",
            "can", "his", "her", "their", "our", "he", "she", "they", "we", "into", "than", "so",
            "also", "的", "了", "和", "与", "在", "是", "也", "就", "之", "而", "及", "着", "地", "得", "将", "其",
            "并", "对");

    List<Hunk> tidy(List<Hunk> hunks) {
      return merged(slid(hunks));
    }

    private List<Hunk> slid(List<Hunk> hunks) {
      List<Hunk> slid = new ArrayList<>();
      for (int i = 0; i < hunks.size(); i++) {
        int from = i == 0 ? 0 : slid.get(i - 1).aEnd() + 1;
        int to = i + 1 == hunks.size() ? before.size() : hunks.get(i + 1).aStart() - 1;
        slid.add(slide(hunks.get(i), from, to, i == 0));
      }
      return slid;
    }

    private Hunk slide(Hunk hunk, int from, int to, boolean first) {
      boolean deletion = hunk.bStart() == hunk.bEnd();
      if (!deletion && hunk.aStart() != hunk.aEnd()) {
        return hunk;
      }
      Tokens tokens = deletion ? before : after;
      Hunk best = hunk;
      int bestScore = score(tokens, hunk, deletion);
      Hunk at = hunk;
      while (at.aStart() > from
          && at.bStart() > (first ? 0 : 1)
          && canMove(tokens, at, deletion, -1)) {
        at = at.moved(-1);
        int score = score(tokens, at, deletion);
        if (score > bestScore) {
          best = at;
          bestScore = score;
        }
      }
      at = hunk;
      while (at.aEnd() < to && at.bEnd() < after.size() && canMove(tokens, at, deletion, 1)) {
        at = at.moved(1);
        int score = score(tokens, at, deletion);
        if (score >= bestScore) {
          best = at;
          bestScore = score;
        }
      }
      return best;
    }

    private static boolean canMove(Tokens tokens, Hunk hunk, boolean deletion, int by) {
      int start = deletion ? hunk.aStart() : hunk.bStart();
      int end = deletion ? hunk.aEnd() : hunk.bEnd();
      return by < 0
          ? tokens.get(start - 1).text().equals(tokens.get(end - 1).text())
          : tokens.get(start).text().equals(tokens.get(end).text());
    }

    /**
     * Rates how well a hunk reads as a unit: whether it begins a clause, begins with a word and
     * ends before a mark.
     */
    private static int score(Tokens tokens, Hunk hunk, boolean deletion) {
      int start = deletion ? hunk.aStart() : hunk.bStart();
      int end = deletion ? hunk.aEnd() : hunk.bEnd();
      int score = tokens.get(start).kind() == Tokens.Token.Kind.MARK ? 0 : 2;
      if (start == 0 || tokens.get(start - 1).kind() == Tokens.Token.Kind.MARK) {
        score += 1;
      }
      boolean spaced =
          start == 0 || tokens.get(start - 1).span().end() < tokens.get(start).span().start();
      return score + (spaced ? 1 : 0) + (end == tokens.size() ? 1 : 0);
    }

    private List<Hunk> merged(List<Hunk> hunks) {
      List<Hunk> merged = new ArrayList<>();
      for (Hunk hunk : hunks) {
        Hunk last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last != null && belongTogether(last, hunk)) {
          merged.set(merged.size() - 1, last.upTo(hunk));
        } else {
          merged.add(hunk);
        }
      }
      return merged;
    }

    private boolean belongTogether(Hunk left, Hunk right) {
      int between = right.aStart() - left.aEnd();
      if (between == 0) {
        return true;
      }
      // Edits of format alone stay separate.
      return between == 1
          && isTrivial(before.get(left.aEnd()))
          && classes.isFormat(left) == classes.isFormat(right);
    }

    static boolean isTrivial(Tokens.Token token) {
      return token.kind() == Tokens.Token.Kind.MARK
          || FUNCTION_WORDS.contains(token.text().toLowerCase(Locale.ROOT));
    }
  }

  /** Finds codes and English names, which an edit must not change by mistake. */
  private static final class GuardedTokens {

    private GuardedTokens() {}

    /**
     * Returns a word with digits that is not a number, such as G20, in lower case; null for other
     * tokens.
     */
    static @Nullable String code(Tokens.Token token) {
      boolean code =
          token.kind() == Tokens.Token.Kind.WORD
              && token.text().chars().anyMatch(Character::isDigit);
      return code ? token.text().toLowerCase(Locale.ROOT) : null;
    }

    /**
     * Returns the names of an English text: capitalised words that do not begin a sentence, in
     * lower case. Empty for a text with mostly capitalised words, such as a heading.
     */
    static List<String> names(Tokens tokens) {
      List<String> names = new ArrayList<>();
      int words = 0;
      int capitals = 0;
      for (int i = 0; i < tokens.size(); i++) {
        Tokens.Token token = tokens.get(i);
        if (token.kind() != Tokens.Token.Kind.WORD || token.text().length() < 2) {
          continue;
        }
        boolean capital = Character.isUpperCase(token.text().codePointAt(0));
        words += token.text().length() > 3 ? 1 : 0;
        capitals += capital && token.text().length() > 3 ? 1 : 0;
        if (capital && i > 0 && !beginsSentence(tokens, i)) {
          names.add(name(token));
        }
      }
      return capitals * 2 > words && words > 2 ? List.of() : names;
    }

    /** Returns the form for comparing names: lower case, without a possessive ending. */
    static String name(Tokens.Token token) {
      String word = token.text().toLowerCase(Locale.ROOT).replace('’', '\'');
      return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static boolean beginsSentence(Tokens tokens, int index) {
      Tokens.Token previous = tokens.get(index - 1);
      if (tokens.list().subList(0, index).stream()
          .allMatch(t -> t.kind() == Tokens.Token.Kind.MARK)) {
        return true; // after the label of a list item
      }
      return previous.kind() == Tokens.Token.Kind.MARK && !",;-–—&/".contains(previous.text());
    }
  }
}
