package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.RuleSetting;
import ballast.app.project.Project;
import ballast.bitext.Severity;
import ballast.check.Checker;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.check.Waiver;
import ballast.check.Waivers;
import ballast.check.Waivers.Waived;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.lexicon.Lexicon;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Prepared rules, glossaries and settings, the same for every pair of texts. Thread-safe. */
final class CheckPlan {

  private final List<Rule> rules;
  private final Glossary all;
  private final Glossary terms;
  private final TermJudge judge;
  private final BiPredicate<String, String> considered;
  private final CheckSettings settings;
  private final Workplace workplace;
  private final boolean documents;
  private final Map<String, Set<String>> domains = new HashMap<>();
  private final Map<String, String> paths = new ConcurrentHashMap<>();

  /**
   * @param documents whether the findings are in documents of a memory and not in files
   */
  CheckPlan(
      RuleChoice choice,
      CheckSettings settings,
      ReadGlossaries glossaries,
      Lexicon lexicon,
      Workplace workplace,
      boolean documents) {
    this.rules = choice.rules(settings);
    this.all = Glossary.of(glossaries.concepts());
    this.terms = glossaries.scope().of(all);
    this.settings = settings;
    this.workplace = workplace;
    this.documents = documents;
    if (!all.isEmpty()) {
      Set<String> known = EntryScope.domainsOf(all);
      settings.rules().values().forEach(rule -> rule.domains().refuseOthers("domain", known));
    }
    for (Concept concept : all.concepts()) {
      domains
          .computeIfAbsent(concept.id(), id -> new TreeSet<>())
          .addAll(concept.scope().domains());
    }
    this.judge = new TermJudge(terms, lexicon, lexicon);
    Set<String> leftOut = EntryScope.leftOut(all, terms);
    this.considered =
        choice.considered(rules, terms.concepts()).and((rule, term) -> !leftOut.contains(term));
  }

  Glossary terms() {
    return terms;
  }

  TermJudge judge() {
    return judge;
  }

  BiPredicate<String, String> considered() {
    return considered;
  }

  Checker checker() {
    return new Checker(judge, rules);
  }

  Waivers.Outcome apply(Checker checker, List<Waiver> astray) {
    return new Waivers(checker.waiving(), astray, all.concepts())
        .apply(checker.findings(), checker.unchecked(), considered);
  }

  List<LocatedFinding> open(Waivers.Outcome outcome, Changes changes) {
    return outcome.open().stream().filter(one -> isWanted(one, changes)).map(this::judged).toList();
  }

  List<Waived> waived(Waivers.Outcome outcome, Changes changes) {
    return outcome.waived().stream().filter(one -> isWanted(one.checked(), changes)).toList();
  }

  private boolean isWanted(LocatedFinding one, Changes changes) {
    Finding finding = one.finding();
    return considered.test(finding.rule(), finding.term())
        && counts(finding.rule(), finding.term(), one.location().file())
        && changes.touch(one);
  }

  PairChecker pairs() {
    return new PairChecker(judge, rules);
  }

  List<LocatedFinding> reported(List<LocatedFinding> findings) {
    return open(new Waivers.Outcome(findings, List.of()), Changes.everything());
  }

  List<LocatedFinding> findings(Checker checker) {
    return open(apply(checker, List.of()), Changes.everything());
  }

  /**
   * Whether findings of a rule about a term count in a file or document.
   *
   * @param term empty if no term is concerned
   */
  boolean counts(String rule, String term, String file) {
    RuleSetting setting = settings.rule(rule);
    return setting.covers(path(file))
        && setting.domains().fit(List.copyOf(domains.getOrDefault(term, Set.of())));
  }

  /** The path of a file relative to the folder of the settings, or the name of a document. */
  private String path(String file) {
    if (documents) {
      return file;
    }
    return paths.computeIfAbsent(
        file,
        name -> {
          try {
            return new Project(settings.folder()).portable(workplace.resolve(name));
          } catch (InvalidPathException e) {
            return name;
          }
        });
  }

  private LocatedFinding judged(LocatedFinding checked) {
    Finding finding = checked.finding();
    Severity wanted = settings.rule(finding.rule()).severity();
    if (wanted == null || wanted == finding.severity()) {
      return checked;
    }
    boolean isHint =
        finding.severity() != Rules.of(finding.rule()).map(Rule::severity).orElse(wanted);
    return isHint && wanted.compareTo(finding.severity()) > 0
        ? checked
        : checked.with(finding.with(wanted));
  }

  /** Warns of renderings that one row allows and another forbids; {@code check} accepts them. */
  void warnOfContradictions(Notices notices) {
    Set<String> found = new TreeSet<>();
    for (Concept concept : terms.concepts()) {
      for (Term forbidden : concept.forbidden()) {
        for (String zh : concept.zhForms()) {
          allowing(zh, concept, forbidden)
              .ifPresent(term -> found.add("\"" + term.text() + "\" for " + zh));
        }
      }
    }
    if (!found.isEmpty()) {
      notices.warn(
          "the glossary allows and forbids %s%s: it passes; ballast glossary lint names the rows",
          found.iterator().next(),
          found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more renderings)");
    }
  }

  private Optional<Term> allowing(String zh, Concept forbidding, Term forbidden) {
    String text = forbidden.text().toLowerCase(Locale.ROOT);
    return terms.judgedTogether(zh).stream()
        .filter(other -> meet(other.scope().domains(), forbidding.scope().domains()))
        .filter(other -> meet(other.scope().projects(), forbidding.scope().projects()))
        .flatMap(other -> other.allowed().stream())
        .filter(term -> term.text().toLowerCase(Locale.ROOT).equals(text))
        .filter(term -> !term.isException())
        .findFirst();
  }

  private static boolean meet(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }
}
