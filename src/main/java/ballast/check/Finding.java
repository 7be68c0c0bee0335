package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.List;

/**
 * A problem that a rule has found in a pair of texts. Its spans are places in the texts; {@link
 * CheckedPair} has the places in files.
 *
 * @param rule id of the rule, {@code term-missing}
 * @param severity how serious it is
 * @param spans the stretches of the texts concerned
 * @param message what is wrong, in plain words, without a full stop
 * @param suggestions possible replacements, the best first; empty when none is safe
 * @param term id of the glossary's concept; empty when no term is concerned
 */
public record Finding(
    String rule,
    Severity severity,
    Spans spans,
    String message,
    List<String> suggestions,
    String term) {

  /**
   * Stretches of both texts.
   *
   * @param source those of the source text, by rising start; may be empty
   * @param target those of the target text, by rising start; may be empty
   */
  public record Spans(List<Span> source, List<Span> target) {

    /** No stretch: a finding about the texts as wholes. */
    public static final Spans NONE = new Spans(List.of(), List.of());

    public Spans {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    /** A stretch of the source text only. */
    static Spans inSource(Span span) {
      return new Spans(List.of(span), List.of());
    }

    /** Stretches of the target text only. */
    static Spans inTarget(List<Span> spans) {
      return new Spans(List.of(), spans);
    }
  }

  public Finding {
    suggestions = List.copyOf(suggestions);
    if (rule.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a finding needs a rule and a message");
    }
  }

  /** The same finding with another severity. */
  public Finding with(Severity other) {
    return new Finding(rule, other, spans, message, suggestions, term);
  }

  /**
   * Makes sure that the spans lie in their texts.
   *
   * @return this finding
   * @throws IllegalArgumentException if one does not
   */
  Finding checkedAgainst(String sourceText, String targetText) {
    check(spans.source(), sourceText);
    check(spans.target(), targetText);
    return this;
  }

  private void check(List<Span> stretches, String text) {
    for (Span span : stretches) {
      if (span.end() > text.length()) {
        throw new IllegalArgumentException(rule + ": " + span + " leaves its text");
      }
    }
  }
}
