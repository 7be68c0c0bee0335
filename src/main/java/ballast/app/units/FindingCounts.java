package ballast.app.units;

import ballast.bitext.Severity;
import ballast.check.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts of findings, by rule and by term.
 *
 * @param rules the rules with findings; most errors first, then most findings
 * @param terms the terms with findings, in the same order
 */
public record FindingCounts(int findings, List<Group> rules, List<Group> terms) {

  /**
   * The findings of a rule, or about a term.
   *
   * @param id of the rule or the concept
   * @param zh the Chinese term; empty for a rule, or if the glossary no longer has the concept
   * @param counts by severity; every severity has an entry
   */
  public record Group(String id, String zh, Map<Severity, Integer> counts) {

    private static final Comparator<Group> WORST_FIRST =
        Comparator.comparing((Group group) -> -group.count(Severity.ERROR))
            .thenComparing(group -> -group.all())
            .thenComparing(Group::id);

    public Group {
      counts = Map.copyOf(counts);
    }

    public int count(Severity severity) {
      return counts.getOrDefault(severity, 0);
    }

    private int all() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  public FindingCounts {
    rules = List.copyOf(rules);
    terms = List.copyOf(terms);
  }

  /**
   * @param terms the Chinese terms by the ids of their concepts
   */
  public static FindingCounts of(Collection<Finding> findings, Map<String, String> terms) {
    return new FindingCounts(
        findings.size(),
        groups(findings, Finding::rule, Map.of()),
        groups(findings, Finding::term, terms));
  }

  private static List<Group> groups(
      Collection<Finding> findings, Function<Finding, String> id, Map<String, String> names) {
    Map<String, Map<Severity, Integer>> counts = new HashMap<>();
    for (Finding finding : findings) {
      if (!id.apply(finding).isEmpty()) {
        counts
            .computeIfAbsent(id.apply(finding), one -> none())
            .merge(finding.severity(), 1, Integer::sum);
      }
    }
    List<Group> groups = new ArrayList<>();
    counts.forEach((one, count) -> groups.add(new Group(one, names.getOrDefault(one, ""), count)));
    groups.sort(Group.WORST_FIRST);
    return groups;
  }

  private static Map<Severity, Integer> none() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    return counts;
  }
}
