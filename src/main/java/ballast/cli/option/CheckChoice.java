package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.glossary.Concept;
import ballast.workflow.check.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which rules and terms are meant. */
public final class CheckChoice {

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      description = "Only this rule; several with commas. ballast explain lists them.")
  public List<String> rules = List.of();

  @Option(
      names = "--term",
      paramLabel = "TERM",
      split = ",",
      description = "Only this term: its id or its Chinese; several with commas.")
  List<String> terms = List.of();

  /**
   * The rules that are meant.
   *
   * @throws InputException if there is none of a name
   */
  public List<Rule> rules() {
    if (rules.isEmpty()) {
      return Rules.all();
    }
    List<Rule> chosen = new ArrayList<>();
    for (String name : rules) {
      chosen.add(
          Rules.of(name)
              .orElseThrow(
                  () ->
                      new InputException(
                          "there is no rule \"" + name + "\"",
                          Spelling.hint(name, Rules.all().stream().map(Rule::id).toList()))));
    }
    return chosen;
  }

  public static String names() {
    return Rules.all().stream().map(Rule::id).collect(Collectors.joining(", "));
  }

  /**
   * Whether findings of a rule, about a term, are looked for.
   *
   * @param asked the rules
   * @param concepts the terms; those of a baseline or a waiver may be others
   */
  public BiPredicate<String, String> considered(List<Rule> asked, List<Concept> concepts) {
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
