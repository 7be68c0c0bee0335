package ballast.segment;

import java.util.List;

/**
 * The rules of one language, ready to be compiled.
 *
 * @param source the name of the rules in messages
 * @param rules all of them, in order of precedence
 * @param candidates the same without the rules that only guess that a position is not a break;
 *     where the two differ, the referee decides. Equal to {@code rules} when there is nothing to
 *     decide
 * @param unified whether they expect a text in which characters of the same role have been unified
 * @param icuBreaks whether ICU's sentence breaks are added after all rules (an Okapi extension)
 * @param mask expression for stretches that become segments of their own (an Okapi extension);
 *     empty for none
 */
record RuleSet(
    String source,
    List<SrxRule> rules,
    List<SrxRule> candidates,
    boolean unified,
    boolean icuBreaks,
    String mask) {

  RuleSet {
    rules = List.copyOf(rules);
    candidates = List.copyOf(candidates);
  }

  /** Whether they come from a user's file; those that come with Ballast are known to be quick. */
  boolean isFromUser() {
    return !unified;
  }

  boolean hasOpenQuestions() {
    return rules.size() != candidates.size();
  }

  /** The same rules, without a referee: guesses are final. */
  RuleSet withoutQuestions() {
    return new RuleSet(source, rules, rules, unified, icuBreaks, mask);
  }
}
