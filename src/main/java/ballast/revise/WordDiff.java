package ballast.revise;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the changes between two texts, in whole words.
 *
 * <p>Tokens are compared by {@link Histogram}; an insertion or deletion that could be in several
 * places is moved to the beginning of a phrase; two changes with nothing but a function word or a
 * mark between them become one; differing white space is a change of its own. Han words that begin
 * or end alike are reduced to the characters that differ. No edit begins or ends inside an English
 * word. Immutable and thread-safe if the words are.
 */
public final class WordDiff {

  private final ChineseWords words;
  private final TextFold fold;

  public WordDiff(ChineseWords words) {
    this.words = words;
    this.fold = new TextFold(words);
  }

  /** The edits that turn {@code before} into {@code after}, in order; none when they are equal. */
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

  /** Joins edits of format with only a mark between them, and white space beside an edit. */
  private List<Edit> joined(String before, String after, List<Edit> edits) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && belongTogether(before, last, edit)) {
        Span old = new Span(last.old().start(), edit.old().end());
        Span revised = new Span(last.revised().start(), edit.revised().end());
        EditClass kind = last.editClass() == EditClass.FORMAT ? edit.editClass() : last.editClass();
        joined.set(
            joined.size() - 1, new Edit(old, old.of(before), revised, revised.of(after), kind));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private boolean belongTogether(String before, Edit left, Edit right) {
    boolean format = left.editClass() == EditClass.FORMAT && right.editClass() == EditClass.FORMAT;
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
      add(a.text(), old, b.text(), revised, EditClass.FORMAT, edits);
    }
  }

  /** The text between the end of one token and the start of another. */
  private static Span between(Tokens tokens, int left, int right) {
    int start = left < 0 ? 0 : tokens.get(left).span().end();
    int end = right >= tokens.size() ? tokens.text().length() : tokens.get(right).span().start();
    return new Span(start, end);
  }

  private static void add(
      String before, Span old, String after, Span revised, EditClass kind, List<Edit> edits) {
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

  /** Whether an edit may always begin or end beside this character: white space and Han. */
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
}
