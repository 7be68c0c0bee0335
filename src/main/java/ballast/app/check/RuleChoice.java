package ballast.app.check;

import ballast.bitext.InputException;
import ballast.bitext.Spelling;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.glossary.Concept;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The rules and terms of a request.
 *
 * @param names ids of rules; empty for those that {@link CheckSettings#applies}
 * @param terms ids of concepts or their Chinese; empty for all
 */
public record RuleChoice(List<String> names, List<String> terms) {

  public static final RuleChoice ALL = new RuleChoice(List.of(), List.of());

  /**
   * @throws InputException if a rule is unknown
   */
  public RuleChoice {
    names = List.copyOf(names);
    terms = List.copyOf(terms);
    for (String name : names) {
      if (Rules.of(name).isEmpty()) {
        throw new InputException("unknown rule \"" + name + "\"", Spelling.hint(name, Rules.ids()));
      }
    }
  }

  /** The rules to apply; a named rule is applied even if the settings turn it off. */
  List<Rule> rules(CheckSettings settings) {
    return names.isEmpty()
        ? Rules.all().stream().filter(settings::applies).toList()
        : names.stream().flatMap(name -> Rules.of(name).stream()).toList();
  }

  /**
   * Whether findings of a rule about a term are in scope.
   *
   * @param concepts the terms; those of a baseline or a waiver may be others
   */
  BiPredicate<String, String> considered(List<Rule> asked, List<Concept> concepts) {
    Set<String> ruleIds = asked.stream().map(Rule::id).collect(Collectors.toSet());
    Set<String> ids = ids(concepts);
    return (rule, term) -> ruleIds.contains(rule) && (terms.isEmpty() || ids.contains(term));
  }

  private Set<String> ids(List<Concept> concepts) {
    Set<String> ids = new TreeSet<>();
    for (String term : terms) {
      List<String> named =
          concepts.stream()
              .filter(concept -> concept.id().equals(term) || concept.zhForms().contains(term))
              .map(Concept::id)
              .toList();
      if (named.isEmpty()) {
        throw new InputException(
            "the glossary has no term \"" + term + "\"",
            "give its id or its Chinese as written there");
      }
      ids.addAll(named);
    }
    return ids;
  }
}
