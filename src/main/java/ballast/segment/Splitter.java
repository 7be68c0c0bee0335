package ballast.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Finds the breaks of a paragraph by the rules of one language. For one thread. */
final class Splitter {

  /**
   * A decision at a position, and the rule that made it.
   *
   * @param position UTF-16 units into the paragraph
   */
  record Decision(int position, boolean breaks, String rule, String reason) {}

  private final RuleSet set;
  private final boolean chinese;
  private final SrxEngine rules;
  private final SrxEngine candidates;
  private final SrxEngine guesses;
  private final Supplier<Referee> referee;

  /**
   * @param referee asked for only when the rules leave a position open
   */
  Splitter(RuleSet set, boolean chinese, Supplier<Referee> referee) {
    this.set = set;
    this.chinese = chinese;
    this.rules = SrxEngine.compile(set, set.rules());
    if (set.hasOpenQuestions()) {
      this.candidates = SrxEngine.compile(set, set.candidates());
      this.guesses = SrxEngine.compile(set, guesses(set));
    } else {
      this.candidates = rules;
      this.guesses = rules;
    }
    this.referee = referee;
  }

  /** The breaks inside {@code text}, in ascending order. */
  List<Integer> breaks(String text) {
    String copy = copy(text);
    List<Integer> sure = rules.breaks(copy);
    List<Integer> open = open(copy, sure);
    if (open.isEmpty()) {
      return sure;
    }
    TreeSet<Integer> all = new TreeSet<>(sure);
    for (int position : open) {
      if (referee.get().probability(copy, position) >= Referee.THRESHOLD) {
        all.add(position);
      }
    }
    return List.copyOf(all);
  }

  /** The decisions at all positions that a rule matches, in ascending order. */
  List<Decision> decisions(String text) {
    String copy = copy(text);
    List<Integer> sure = rules.breaks(copy);
    Set<Integer> open = new HashSet<>(open(copy, sure));
    Map<Integer, SrxRule> deciders = rules.deciders(copy);
    TreeSet<Integer> positions = new TreeSet<>(deciders.keySet());
    positions.addAll(sure);
    Set<Integer> breaks = new HashSet<>(sure);
    List<Decision> decisions = new ArrayList<>();
    for (int position : positions) {
      SrxRule rule = deciders.get(position);
      if (rule == null || rule.breaks() != breaks.contains(position)) {
        decisions.add(outsideRules(position, breaks.contains(position)));
      } else if (open.contains(position)) {
        decisions.add(byReferee(copy, position, rule));
      } else {
        decisions.add(new Decision(position, rule.breaks(), rule.label(), rule.comment()));
      }
    }
    return decisions;
  }

  /** The positions where only a guess prevents a break. */
  private List<Integer> open(String copy, List<Integer> sure) {
    if (!set.hasOpenQuestions()) {
      return List.of();
    }
    // Most paragraphs need no guess: a few rules show that faster than all of them.
    Set<Integer> guessed = new HashSet<>(guesses.breaks(copy));
    sure.forEach(guessed::remove);
    if (guessed.isEmpty()) {
      return List.of();
    }
    return candidates.breaks(copy).stream().filter(guessed::contains).toList();
  }

  private Decision byReferee(String copy, int position, SrxRule rule) {
    double probability = referee.get().probability(copy, position);
    return new Decision(
        position,
        probability >= Referee.THRESHOLD,
        String.format(Locale.ROOT, "referee p=%.2f", probability),
        "asked because of " + rule.label() + ": " + rule.comment());
  }

  private static Decision outsideRules(int position, boolean breaks) {
    return new Decision(
        position, breaks, "rules file options", "ICU break rules or a range rule decided");
  }

  private String copy(String text) {
    return set.unified() ? MatchingText.unified(text, chinese) : MatchingText.plain(text);
  }

  /** The guesses, turned into break rules so that the engine reports where they apply. */
  private static List<SrxRule> guesses(RuleSet set) {
    Set<SrxRule> sure = new HashSet<>(set.candidates());
    return set.rules().stream()
        .filter(rule -> !sure.contains(rule))
        .map(r -> new SrxRule(r.group(), r.number(), r.before(), r.after(), true, r.comment()))
        .toList();
  }
}
