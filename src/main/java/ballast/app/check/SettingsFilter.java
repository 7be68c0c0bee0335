package ballast.app.check;

import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.RuleSetting;
import ballast.app.project.Project;
import ballast.bitext.Severity;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Applies the settings of the rules to findings. Thread-safe. */
final class SettingsFilter {

  private final CheckSettings settings;
  private final Workplace workplace;
  private final boolean documents;
  private final Map<String, Set<String>> domains = new HashMap<>();
  private final Map<String, String> paths = new ConcurrentHashMap<>();

  /**
   * @param glossary with all its domains
   * @param documents whether findings are in documents of a memory and not in files
   */
  SettingsFilter(
      CheckSettings settings, Glossary glossary, Workplace workplace, boolean documents) {
    this.settings = settings;
    this.workplace = workplace;
    this.documents = documents;
    if (!glossary.isEmpty()) {
      Set<String> known = EntryScope.domainsOf(glossary);
      settings.rules().values().forEach(rule -> rule.domains().refuseOthers("domain", known));
    }
    for (Concept concept : glossary.concepts()) {
      domains
          .computeIfAbsent(concept.id(), id -> new TreeSet<>())
          .addAll(concept.scope().domains());
    }
  }

  /** Whether a finding counts at its location. */
  boolean counts(LocatedFinding checked) {
    Finding finding = checked.finding();
    return counts(finding.rule(), finding.term(), checked.location().file());
  }

  /**
   * Whether findings of a rule, about a term, count in a file or document.
   *
   * @param term empty if none is concerned
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

  /** A finding with the severity from the settings. */
  LocatedFinding judged(LocatedFinding checked) {
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
}
