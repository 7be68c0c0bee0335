package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds different translations of the same source text. */
final class InconsistentTranslation implements CorpusRule {

  /** Shorter texts, in code points, mean something else each time: 是。, 好。 */
  private static final int MIN_LENGTH = 4;

  /** A string with a later character takes two bytes for each. */
  private static final char LAST_LATIN = 0xFF;

  @Override
  public String id() {
    return "inconsistent-translation";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the same source text is translated in two ways";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  /** The variants still differ in spaces, capitals and signs, so that they are not kept twice. */
  @Override
  public List<Trait> traits(PairReading reading) {
    String source = key(reading.passage().source());
    return source.codePointCount(0, source.length()) > MIN_LENGTH
        ? List.of(new Trait(id(), source, reading.passage().target()))
        : List.of();
  }

  @Override
  public List<Difference> compare(List<Occurrence> same) {
    if (same.size() == 1) {
      return List.of();
    }
    Occurrence first = same.get(0);
    Set<String> seen = new HashSet<>();
    List<Difference> differences = new ArrayList<>();
    for (Occurrence one : same) {
      // Each further translation is reported once, where it first occurs.
      if (seen.add(key(one.passage().target())) && one != first) {
        differences.add(
            new Difference(one, finding(one.passage(), first.place()), List.of(first.place())));
      }
    }
    return differences;
  }

  private Finding finding(Passage passage, CheckedPair<Passage> first) {
    Span source = new Span(0, passage.source().length());
    Span target = new Span(0, passage.target().length());
    return new Finding(
        id(),
        severity(),
        new Finding.Spans(List.of(source), List.of(target)),
        "the same text is translated differently at " + first.target().at(0),
        List.of(first.value().target()),
        /* term= */ "");
  }

  /**
   * The text without spaces and capitals, and with a full stop in place of the sign at the end. A
   * text that is its own key, as most Chinese ones are, is kept once.
   */
  private static String key(String text) {
    String lower = WhiteSpace.collapse(text).toLowerCase(Locale.ROOT);
    boolean signed = !lower.isEmpty() && ".。!！".indexOf(lower.charAt(lower.length() - 1)) >= 0;
    String bare = signed ? lower.substring(0, lower.length() - 1) : lower;
    boolean isLatin = bare.isEmpty() || bare.charAt(bare.length() - 1) <= LAST_LATIN;
    String key = bare + (isLatin ? '.' : '。');
    return key.equals(text) ? text : key;
  }
}
