package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.List;

/**
 * A problem found by a rule in a pair of texts. Its spans are places in the texts; {@link
 * CheckedPair} has the places in files.
 *
 * @param rule id of the rule, such as {@code term-missing}
 * @param message the problem, in plain words, without a full stop
 * @param suggestions possible replacements, best first; empty if none is safe
 * @param term id of the glossary's concept; empty if no term is concerned
 */
public record Finding(
    String rule,
    Severity severity,
    Spans spans,
    String message,
    List<String> suggestions,
    String term) {

  /** Spans in both texts, each in ascending order; either list may be empty. */
  public record Spans(List<Span> source, List<Span> target) {

    /** No span: a finding about the texts as a whole. */
    public static final Spans NONE = new Spans(List.of(), List.of());

    public Spans {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    static Spans inSource(Span span) {
      return new Spans(List.of(span), List.of());
    }

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

  public Finding with(Severity other) {
    return new Finding(rule, other, spans, message, suggestions, term);
  }

  Finding suggesting(List<String> replacements) {
    return new Finding(rule, severity, spans, message, replacements, term);
  }

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
