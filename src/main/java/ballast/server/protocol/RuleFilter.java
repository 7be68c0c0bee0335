package ballast.server.protocol;

import ballast.bitext.Severity;
import ballast.check.Finding;
import ballast.workflow.check.TextFinding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Which findings a client of LanguageTool wants.
 *
 * @param on rules and categories that are wanted by name
 * @param off rules and categories that are not wanted
 * @param onlyNamed whether the others are not wanted
 * @param hints whether findings of the lowest severity are wanted
 */
record RuleFilter(Set<String> on, Set<String> off, boolean onlyNamed, boolean hints) {

  private static final List<String> ON = List.of("enabledRules", "enabledCategories");
  private static final List<String> OFF = List.of("disabledRules", "disabledCategories");

  RuleFilter {
    on = Set.copyOf(on);
    off = Set.copyOf(off);
  }

  /** Whether a parameter is a list with commas. */
  static boolean isList(String parameter) {
    return ON.contains(parameter) || OFF.contains(parameter);
  }

  /**
   * @param values gives the value of a parameter; empty if it is missing
   */
  static RuleFilter of(UnaryOperator<String> values) {
    return new RuleFilter(
        names(ON, values),
        names(OFF, values),
        values.apply("enabledOnly").equals("true"),
        !values.apply("level").equals("default"));
  }

  private static Set<String> names(List<String> parameters, UnaryOperator<String> values) {
    Set<String> names = new TreeSet<>();
    for (String parameter : parameters) {
      for (String name : values.apply(parameter).split(",", -1)) {
        names.add(key(name));
      }
    }
    names.remove("");
    return names;
  }

  /** Some clients, such as OmegaT, take ids with underscores only: {@code NUMBER_MISMATCH}. */
  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean admits(TextFinding found) {
    Finding finding = found.finding();
    String category = key(IssueType.category(finding.severity()));
    if (off.contains(finding.rule()) || off.contains(category)) {
      return false;
    }
    return (!onlyNamed || on.contains(finding.rule()) || on.contains(category))
        && (hints || finding.severity() != Severity.INFO);
  }
}
