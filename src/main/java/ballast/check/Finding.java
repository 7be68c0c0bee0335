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
 * @param source the stretches of the source text concerned, by rising start; may be empty
 * @param target the stretches of the target text concerned, by rising start; may be empty
 * @param message what is wrong, in plain words, without a full stop
 * @param suggestions possible replacements, the best first; empty when none is safe
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

  /** The same finding with another severity. */
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
