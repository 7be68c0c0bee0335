package ballast.check;

import static java.util.stream.Collectors.toSet;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Severity;
import ballast.check.FixPlanner.FixPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans the fixes for all findings and tries each one. Keeps a fix only if it removes its finding,
 * causes no new finding in its pair, and causes at most a hint from the rules that compare pairs.
 * For one thread.
 */
public final class FixRun {

  /** A corrected translation; the spans of its plans are in ascending order and do not touch. */
  public record Corrected(CheckedPair<Passage> place, List<FixPlan> plans) {

    public Corrected {
      plans = List.copyOf(plans);
    }

    public List<TextEdit> fixes() {
      return plans.stream().flatMap(plan -> plan.fixes().stream()).toList();
    }

    public CheckedPair<Passage> after() {
      Passage passage = place.value();
      return place.with(passage.withTarget(TextEdit.all(fixes(), passage.target())));
    }
  }

  private static final List<Rule> CORPUS_RULES =
      Rules.all().stream().filter(CorpusRule.class::isInstance).toList();

  private static final List<Rule> UNIT_RULES =
      Rules.all().stream().filter(rule -> !CORPUS_RULES.contains(rule)).toList();

  private final TermJudge judge;
  private final List<CheckedPair<Passage>> all;
  private final IdentityHashMap<CheckedPair<Passage>, Corrected> corrected =
      new IdentityHashMap<>();
  private final List<FixPlan> left = new ArrayList<>();

  public FixRun(TermJudge judge, List<CheckedPair<Passage>> all) {
    this.judge = judge;
    this.all = List.copyOf(all);
  }

  /**
   * Plans the fixes of these findings. Call it once.
   *
   * @param areConfirmed whether a person has said that the words in place of missing terms are
   *     wrong
   */
  public void plan(List<LocatedFinding> findings, boolean areConfirmed) {
    FixPlanner planner = new FixPlanner(judge, areConfirmed);
    IdentityHashMap<CheckedPair<Passage>, List<FixPlan>> plans = new IdentityHashMap<>();
    for (LocatedFinding checked : findings) {
      if (FixPlanner.concerns(checked.finding())) {
        plans
            .computeIfAbsent(checked.place(), place -> new ArrayList<>())
            .add(planner.plan(checked));
      }
    }
    for (CheckedPair<Passage> place : all) {
      List<FixPlan> placePlans = plans.getOrDefault(place, List.of());
      if (!placePlans.isEmpty()) {
        tryOut(place, placePlans);
      }
    }
    settle();
    left.sort(Comparator.comparing(FixPlan::checked, LocatedFinding.ORDER));
  }

  /** Works from the end of the text to its beginning, so that the remaining places stay valid. */
  private void tryOut(CheckedPair<Passage> place, List<FixPlan> plans) {
    List<FixPlan> good = new ArrayList<>();
    int free = Integer.MAX_VALUE;
    Set<String> fixed = plans.stream().map(one -> one.checked().finding().rule()).collect(toSet());
    List<Rule> rules =
        UNIT_RULES.stream()
            .filter(rule -> !rule.isOptional() || fixed.contains(rule.id()))
            .toList();
    Map<String, Integer> before = found(place, rules);
    for (FixPlan plan : plans.stream().sorted(FixPlan.LAST_FIRST).toList()) {
      for (TextEdit fix : plan.fixes()) {
        List<FixPlan> more = new ArrayList<>(List.of(plan));
        more.addAll(good);
        Map<String, Integer> after = Map.of();
        boolean apart = fix.span().end() < free;
        if (apart) {
          after = found(new Corrected(place, more).after(), rules);
        }
        if (apart && isBetter(before, after, plan.checked().finding())) {
          good = more;
          free = fix.span().start();
          before = after;
        } else {
          left.add(
              FixPlan.leave(
                  plan.checked(),
                  apart
                      ? "the replacement would cause another finding"
                      : "it touches another replacement"));
        }
      }
      if (plan.fixes().isEmpty()) {
        left.add(plan);
      }
    }
    if (!good.isEmpty()) {
      corrected.put(place, new Corrected(place, good));
    }
  }

  private static boolean isBetter(
      Map<String, Integer> before, Map<String, Integer> after, Finding finding) {
    String fixedKey = finding.rule() + '\t' + finding.term();
    return after.getOrDefault(fixedKey, 0) < before.getOrDefault(fixedKey, 0)
        && after.entrySet().stream()
            .allMatch(count -> count.getValue() <= before.getOrDefault(count.getKey(), 0));
  }

  /**
   * Counts the findings in a pair by rule and term. A rule that is not applied to it counts as a
   * finding.
   */
  private Map<String, Integer> found(CheckedPair<Passage> place, List<Rule> rules) {
    Map<String, Integer> found = new HashMap<>();
    Checker checker = new Checker(judge, rules);
    checker.check(place);
    for (LocatedFinding checked : checker.findings()) {
      found.merge(checked.finding().rule() + '\t' + checked.finding().term(), 1, Integer::sum);
    }
    checker.unchecked().stream()
        .flatMap(one -> one.rules().stream())
        .forEach(rule -> found.merge("not " + rule, 1, Integer::sum));
    return found;
  }

  /** The findings of the rules that compare pairs, without hints. */
  private List<LocatedFinding> compare(List<CheckedPair<Passage>> places) {
    Checker checker = new Checker(judge, CORPUS_RULES);
    places.forEach(checker::check);
    return checker.findings().stream()
        .filter(checked -> checked.finding().severity() != Severity.INFO)
        .toList();
  }

  /**
   * Withdraws the fixes that make pairs newly inconsistent with each other. Call it again after a
   * fix is withdrawn.
   */
  public void settle() {
    if (corrected.isEmpty()) {
      return;
    }
    Map<String, Integer> before = new HashMap<>();
    compare(all).forEach(checked -> before.merge(key(checked), 1, Integer::sum));
    while (!corrected.isEmpty()) {
      Map<String, Integer> remaining = new HashMap<>(before);
      List<LocatedFinding> fresh =
          compare(after()).stream()
              .filter(checked -> remaining.merge(key(checked), -1, Integer::sum) < 0)
              .toList();
      if (fresh.isEmpty()) {
        return;
      }
      withdraw(fresh);
    }
  }

  private static String key(LocatedFinding checked) {
    return String.join(
        "\t", checked.finding().rule(), checked.finding().term(), checked.place().value().source());
  }

  /**
   * Withdraws the fixes of pairs with the same source or about the same term, or all fixes if there
   * are none.
   */
  private void withdraw(List<LocatedFinding> fresh) {
    Set<String> sources = new HashSet<>();
    Set<String> terms = new HashSet<>();
    for (LocatedFinding checked : fresh) {
      sources.add(checked.place().value().source());
      terms.add(checked.finding().term());
    }
    List<Corrected> guilty =
        corrected.values().stream()
            .filter(
                one ->
                    sources.contains(one.place().value().source())
                        || one.plans().stream()
                            .anyMatch(p -> terms.contains(p.checked().finding().term())))
            .toList();
    for (Corrected one : guilty.isEmpty() ? List.copyOf(corrected.values()) : guilty) {
      withdraw(
          one,
          "the replacement would cause a finding in other texts: " + fresh.get(0).finding().rule());
    }
  }

  public void withdraw(Corrected one, String why) {
    corrected.remove(one.place());
    one.plans().forEach(plan -> left.add(FixPlan.leave(plan.checked(), why)));
    left.sort(Comparator.comparing(FixPlan::checked, LocatedFinding.ORDER));
  }

  private List<CheckedPair<Passage>> after() {
    return all.stream()
        .map(
            place -> {
              Corrected one = corrected.get(place);
              return one == null ? place : one.after();
            })
        .toList();
  }

  public List<Corrected> corrected() {
    return all.stream().flatMap(place -> Stream.ofNullable(corrected.get(place))).toList();
  }

  /** The findings left to the user, in {@link LocatedFinding#ORDER}, each with the reason. */
  public List<FixPlan> left() {
    return List.copyOf(left);
  }
}
