package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CorpusRule.Trait;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds different translations of the same source text. */
final class InconsistentTranslation implements CorpusRule {

  /** Shorter texts, in code points, mean something else each time: 是。, 好。 */
  private static final int MIN_LENGTH = 4;

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

  @Override
  public Survey survey() {
    return new Translations();
  }

  @Override
  public List<Trait> traits(PairReading reading) {
    String source = key(reading.passage().source());
    return isLongEnough(source)
        ? List.of(new Trait(id(), source, key(reading.passage().target()), /* term= */ ""))
        : List.of();
  }

  private static boolean isLongEnough(String source) {
    return source.codePointCount(0, source.length()) >= MIN_LENGTH;
  }

  private final class Translations implements Survey {

    private final Map<String, CheckedPair<Passage>> first = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<LocatedFinding> findings = new ArrayList<>();

    @Override
    public void see(PairReading reading, CheckedPair<Passage> place) {
      String source = key(place.value().source());
      if (!isLongEnough(source)) {
        return;
      }
      CheckedPair<Passage> firstPlace = first.putIfAbsent(source, place);
      if (firstPlace == null) {
        return;
      }
      String target = key(place.value().target());
      // Each further translation is reported once, where it first occurs.
      if (!target.equals(key(firstPlace.value().target())) && seen.add(source + '\n' + target)) {
        findings.add(new LocatedFinding(finding(reading, firstPlace), place, List.of(firstPlace)));
      }
    }

    private Finding finding(PairReading reading, CheckedPair<Passage> firstPlace) {
      Span source = new Span(0, reading.passage().source().length());
      Span target = new Span(0, reading.passage().target().length());
      return new Finding(
          id(),
          severity(),
          new Finding.Spans(List.of(source), List.of(target)),
          "the same text is translated differently at " + firstPlace.target().at(0),
          List.of(firstPlace.value().target()),
          /* term= */ "");
    }

    @Override
    public List<LocatedFinding> findings() {
      return findings;
    }
  }

  /** The text without spaces, capitals and the sign at the end. */
  private static String key(String text) {
    String lower = WhiteSpace.collapse(text).toLowerCase(Locale.ROOT);
    boolean signed = !lower.isEmpty() && ".。!！".indexOf(lower.charAt(lower.length() - 1)) >= 0;
    return signed ? lower.substring(0, lower.length() - 1) : lower;
  }
}
