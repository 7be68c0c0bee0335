package ballast.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Rules {

  /** In the order of listings. */
  private static final List<Rule> ALL =
      Stream.of(TermRules.all(), TextRules.all(), StyleRules.all()).flatMap(List::stream).toList();

  private static final Map<String, Rule> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule));

  private static final Set<String> TERM_IDS =
      TermRules.all().stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  public static List<String> ids() {
    return ALL.stream().map(Rule::id).toList();
  }

  public static Optional<Rule> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  static CorpusRule comparing(String id) {
    return (CorpusRule)
        of(id)
            .filter(CorpusRule.class::isInstance)
            .orElseThrow(() -> new IllegalArgumentException(id + " does not compare pairs"));
  }

  public static boolean comparesPairs(String id) {
    return reach(id) > 0;
  }

  /** The {@link Rule#reach} of the rule; 0 if there is none. */
  public static int reach(String id) {
    return of(id).map(Rule::reach).orElse(0);
  }

  /** Whether each of its findings is about a concept of the glossary. */
  public static boolean concernsTerms(String id) {
    return TERM_IDS.contains(id);
  }
}
