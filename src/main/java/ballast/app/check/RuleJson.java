package ballast.app.check;

import ballast.app.page.Json;
import ballast.check.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the rules of the check as JSON; the contract is in {@code src/site/markdown/json.md}. */
public final class RuleJson {

  private RuleJson() {}

  /**
   * Writes the output of {@code explain --json}.
   *
   * @param page the manual's page on the only rule; empty if all are listed
   */
  public static void write(Writer out, List<Rule> rules, String page) throws IOException {
    try (Json json = Json.line(out)) {
      json.array("rules");
      for (Rule rule : rules) {
        json.object().put("rule", rule.id()).put("severity", rule.severity().label());
        json.put("summary", rule.summary()).put("needsSource", rule.needsSource());
        if (!page.isEmpty()) {
          json.put("page", page);
        }
        json.end();
      }
      json.end();
    }
  }
}
