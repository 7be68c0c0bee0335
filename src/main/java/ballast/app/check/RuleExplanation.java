package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.InputException;
import ballast.check.Rule;
import ballast.check.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Explains the rules of the check.
 *
 * <pre>{@code
 * System.out.println(RuleExplanation.explain("term-missing"));
 * }</pre>
 */
public final class RuleExplanation {

  private RuleExplanation() {}

  /**
   * The manual's page on a rule, in Markdown.
   *
   * @throws InputException if there is no such rule
   */
  public static String explain(String id) {
    if (Rules.of(id).isEmpty()) {
      throw new InputException(
          "unknown rule \"" + id + "\"", "one of " + String.join(", ", Rules.ids()));
    }
    try (InputStream in =
        RuleExplanation.class.getResourceAsStream("/ballast/rules/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the program has no page on " + id);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the output of {@code explain}: the page on a rule, or a list of all rules.
   *
   * @param id empty for all
   * @throws InputException if there is no such rule
   */
  public static void writeText(Writer out, Style style, String id) throws IOException {
    if (!id.isEmpty()) {
      out.write(explain(id));
      return;
    }
    for (Rule rule : Rules.all()) {
      String severity = TerminalText.pad(style.say(rule.severity().label()), 8);
      out.write("%-26s %s %s%n".formatted(rule.id(), severity, style.say(rule.summary())));
    }
  }

  /**
   * Writes the output of {@code explain --json}; the contract is in {@code json.md}.
   *
   * @param id as for {@link #writeText}
   */
  public static void writeJson(Writer out, String id) throws IOException {
    String page = id.isEmpty() ? "" : explain(id);
    try (Json json = Json.line(out)) {
      json.array("rules");
      for (Rule rule : Rules.all()) {
        if (id.isEmpty() || rule.id().equals(id)) {
          json.object().put("rule", rule.id()).put("severity", rule.severity().label());
          json.put("summary", rule.summary()).put("needsSource", rule.needsSource());
          if (!page.isEmpty()) {
            json.put("page", page);
          }
          json.end();
        }
      }
      json.end();
    }
  }
}
