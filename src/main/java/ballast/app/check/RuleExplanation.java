package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.check.Rule;
import ballast.check.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Explains the rules of the check.
 *
 * <pre>{@code
 * RuleExplanation explanation = new RuleExplanation();
 * explanation.rules().forEach(rule -> System.out.println(rule.id() + ": " + rule.summary()));
 * System.out.println(explanation.explain("term-missing"));
 * }</pre>
 */
public final class RuleExplanation {

  /** All rules, in the order of the manual. */
  public List<Rule> rules() {
    return Rules.all();
  }

  /** The ids of all rules, in the order of the manual. */
  public List<String> names() {
    return rules().stream().map(Rule::id).toList();
  }

  /**
   * The manual's page on a rule, in Markdown.
   *
   * @throws InputException if there is no such rule
   */
  public String explain(String id) {
    Rule rule =
        Rules.of(id)
            .orElseThrow(
                () ->
                    new InputException(
                        "unknown rule \"" + id + "\"", "one of " + String.join(", ", names())));
    String page = "/ballast/rules/" + rule.id() + ".md";
    try (InputStream in = RuleExplanation.class.getResourceAsStream(page)) {
      if (in == null) {
        throw new IllegalStateException("the program has no page on " + rule.id());
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
