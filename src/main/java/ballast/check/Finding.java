package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.List;

/**
 * One thing that a rule has found in a pair of texts. It says where in the texts, not where in a
 * file: that is for {@link CheckedPair} to know.
 *
 * @param rule id of the rule, {@code term-missing}
 * @param severity how bad it is
 * @param source what it is about in the source text, by rising start; empty when nothing there is
 * @param target what it is about in the target text, by rising start; empty when nothing there is
 * @param message what is wrong, in plain words, without a full stop
 * @param suggestions what could stand there instead, the best first; empty when nothing is safe
 * @param term id of the glossary's concept; empty when no term is concerned
 */
public record Finding(
    String rule,
    Severity severity,
    List<Span> source,
    List<Span> target,
    String message,
    List<String> suggestions,
    String term) {

  public Finding {
    source = List.copyOf(source);
    target = List.copyOf(target);
    suggestions = List.copyOf(suggestions);
    if (rule.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a finding needs a rule and a message");
    }
  }

  /** The same, that bad. */
  public Finding with(Severity other) {
    return new Finding(rule, other, source, target, message, suggestions, term);
  }

  /**
   * Makes sure that the spans lie in their texts.
   *
   * @return this finding
   * @throws IllegalArgumentException if one does not
   */
  Finding checkedAgainst(String sourceText, String targetText) {
    check(source, sourceText);
    check(target, targetText);
    return this;
  }

  private void check(List<Span> spans, String text) {
    for (Span span : spans) {
      if (span.end() > text.length()) {
        throw new IllegalArgumentException(rule + ": " + span + " leaves its text");
      }
    }
  }
}
