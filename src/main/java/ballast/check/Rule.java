package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.List;
import java.util.Set;

/** A check for one kind of problem in a pair of texts. Thread-safe. */
public abstract class Rule {

  /** Properties that most rules lack. */
  enum Feature {
    /**
     * Its work grows only with the length of a text, so it checks texts of any length. The other
     * rules skip pairs longer than {@link PairChecker#MAX_LENGTH}.
     */
    CHEAP,
    /** It can check a translation with an unknown source text. */
    NEEDS_NO_SOURCE,
    /** It also checks texts without any translation. */
    NEEDS_NO_TRANSLATION,
    /** It is applied only if the user names it. */
    OPTIONAL
  }

  private final String id;
  private final Severity severity;
  private final String summary;
  private final Set<Feature> features;

  Rule(String id, Severity severity, String summary, Feature... features) {
    this.id = id;
    this.severity = severity;
    this.summary = summary;
    this.features = Set.of(features);
  }

  /** The rule's id, {@code [a-z-]+}; its page is {@code rules/ID.md}. */
  public final String id() {
    return id;
  }

  public final Severity severity() {
    return severity;
  }

  /** The problem that it finds, in half a sentence. */
  public final String summary() {
    return summary;
  }

  public final boolean needsSource() {
    return !has(Feature.NEEDS_NO_SOURCE);
  }

  /** Whether it is applied only if the user names it. */
  public final boolean isOptional() {
    return has(Feature.OPTIONAL);
  }

  final boolean has(Feature feature) {
    return features.contains(feature);
  }

  /**
   * Maximum distance, in pairs, between two compared pairs; 0 if the rule compares no pairs, {@link
   * Integer#MAX_VALUE} if it compares all pairs.
   */
  int reach() {
    return 0;
  }

  /** The findings in a pair by itself, in the order of its text. */
  abstract List<Finding> check(PairReading reading);

  final Finding finding(Finding.Spans spans, String message) {
    return new Finding(id, severity, spans, message, List.of(), /* term= */ "");
  }

  final Finding inTarget(Span place, String message) {
    return finding(Finding.Spans.inTarget(List.of(place)), message);
  }

  final Finding finding(TermReading term, PairReading reading, List<Span> english, String message) {
    return finding(reading.passage(), term.entry().id(), term.chinese(), english, message);
  }

  final Finding finding(
      Passage passage, String term, List<Span> chinese, List<Span> english, String message) {
    Finding.Spans spans =
        passage.targetLang().isEnglish()
            ? new Finding.Spans(chinese, english)
            : new Finding.Spans(english, chinese);
    return new Finding(id, severity, spans, message, List.of(), term);
  }
}
