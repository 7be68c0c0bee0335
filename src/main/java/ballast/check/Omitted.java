package ballast.check;

import ballast.bitext.Excerpt;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.List;

/** Finds source texts without a translation: sentences left unmatched by the aligner. */
final class Omitted implements UnitRule {

  private static final int SHOWN = 30;

  @Override
  public String id() {
    return "omitted";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a sentence of the source has no translation";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  @Override
  public boolean looksAtMissingTranslations() {
    return true;
  }

  @Override
  public List<Finding> check(PairReading reading) {
    String source = reading.passage().source();
    if (!reading.passage().target().isBlank()
        || source.codePoints().noneMatch(Character::isLetter)) {
      return List.of();
    }
    return List.of(
        new Finding(
            id(),
            severity(),
            Finding.Spans.inSource(new Span(0, source.length())),
            "not translated: " + Excerpt.of(source, SHOWN),
            List.of(),
            /* term= */ ""));
  }
}
