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

final class InconsistentTranslation extends CorpusRule {

  /** Texts of at most this many code points mean something else each time: 是。, 好。 */
  private static final int MIN_LENGTH = 4;

  /** Last character of one-byte strings; a later one makes the whole string two-byte. */
  private static final char LAST_LATIN = 0xFF;

  InconsistentTranslation() {
    super(
        "inconsistent-translation",
        Severity.WARNING,
        "the same source text is translated in two ways",
        Feature.CHEAP);
  }

  /** Variants keep their spaces, capitals and punctuation, so no second string is stored. */
  @Override
  List<Trait> traits(PairReading reading) {
    String source = key(reading.passage().source());
    return source.codePointCount(0, source.length()) > MIN_LENGTH
        ? List.of(new Trait(id(), source, reading.passage().target()))
        : List.of();
  }

  @Override
  List<Difference> compare(List<Occurrence> same) {
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
    return finding(
            new Finding.Spans(List.of(source), List.of(target)),
            "the same text is translated differently at " + first.target().at(0))
        .suggesting(List.of(first.value().target()));
  }

  /**
   * The text without spaces and capitals, and with a full stop in place of its final punctuation. A
   * text that is its own key, like most Chinese ones, is stored once.
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
