package ballast.app.check;

import ballast.app.Workplace;
import ballast.app.project.Glob;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.bitext.Spelling;
import ballast.check.Rule;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@code ballast.toml}.
 *
 * @param folder folder of the file; base of relative paths in the file
 * @param rules by id; rules without settings are absent
 */
public record CheckSettings(Path folder, Map<String, RuleSetting> rules, Defaults defaults) {

  /**
   * @param glossaries files and folders; empty for the default ones
   * @param baseline file; null for none
   * @param failOn null for the default
   * @param max maximum findings shown; null for all
   */
  public record Defaults(
      List<Path> glossaries,
      EntryScope scope,
      @Nullable Path baseline,
      @Nullable FailOn failOn,
      @Nullable Integer max) {

    static final Defaults NONE = new Defaults(List.of(), EntryScope.ALL, null, null, null);

    public Defaults {
      glossaries = List.copyOf(glossaries);
    }

    /**
     * The glossaries of a request: those named on the command line or in the environment, else the
     * default ones, else those of the project.
     */
    Glossaries glossaries(Glossaries named, Workplace workplace) {
      return named.or(glossaries, workplace);
    }

    /** The files of these glossaries, and the baseline. */
    List<Path> files(Glossaries named, Workplace workplace) {
      List<Path> files = new ArrayList<>(glossaries(named, workplace).paths(workplace));
      if (baseline != null) {
        files.add(baseline);
      }
      return files;
    }
  }

  public CheckSettings {
    rules = Map.copyOf(rules);
  }

  public static CheckSettings none(Path folder) {
    return new CheckSettings(folder, Map.of(), Defaults.NONE);
  }

  /** Whether to apply a rule that the request does not name; an optional one only if it is set. */
  boolean applies(Rule rule) {
    RuleSetting setting = rules.get(rule.id());
    return setting == null ? !rule.isOptional() : !setting.off();
  }

  RuleSetting rule(String id) {
    return rules.getOrDefault(id, RuleSetting.NONE);
  }

  /**
   * The settings of one rule in {@code ballast.toml}.
   *
   * @param severity severity of its findings; null for the rule's own. Findings that the rule
   *     itself rates lower than usual keep their severity.
   * @param files files whose findings count; empty for all
   * @param notFiles files whose findings do not count
   * @param domains subject fields of the terms whose findings count
   */
  record RuleSetting(
      boolean off,
      @Nullable Severity severity,
      List<Glob> files,
      List<Glob> notFiles,
      NamedFields domains) {

    static final RuleSetting NONE =
        new RuleSetting(false, null, List.of(), List.of(), NamedFields.ALL);

    RuleSetting {
      files = List.copyOf(files);
      notFiles = List.copyOf(notFiles);
    }

    boolean covers(String path) {
      return (files.isEmpty() || files.stream().anyMatch(glob -> glob.matches(path)))
          && notFiles.stream().noneMatch(glob -> glob.matches(path));
    }
  }

  /**
   * Selects entries of the glossaries by domain and by project. An entry without domain or project
   * is always selected.
   */
  public record EntryScope(NamedFields domains, NamedFields projects) {

    public static final EntryScope ALL = new EntryScope(NamedFields.ALL, NamedFields.ALL);

    /**
     * The glossary without the concepts of other domains and projects.
     *
     * @throws InputException if no concept has one of the selected names
     */
    public Glossary of(Glossary all) {
      if (this.equals(ALL) || all.isEmpty()) {
        return all;
      }
      domains.refuseOthers("domain", domainsOf(all));
      projects.refuseOthers("project", names(all, concept -> concept.scope().projects()));
      return Glossary.of(
          all.concepts().stream()
              .filter(concept -> domains.fit(concept.scope().domains()))
              .filter(concept -> projects.fit(concept.scope().projects()))
              .toList());
    }

    static Set<String> domainsOf(Glossary glossary) {
      return names(glossary, concept -> concept.scope().domains());
    }

    private static Set<String> names(Glossary glossary, Function<Concept, List<String>> of) {
      Set<String> names = new TreeSet<>();
      glossary.concepts().forEach(concept -> names.addAll(of.apply(concept)));
      return names;
    }

    static Set<String> leftOut(Glossary all, Glossary part) {
      Set<String> ids = new TreeSet<>();
      all.concepts().forEach(concept -> ids.add(concept.id()));
      part.concepts().forEach(concept -> ids.remove(concept.id()));
      return ids;
    }
  }

  /** Minimum severity of findings that fail a check. */
  public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    public boolean isReachedBy(Severity severity) {
      return switch (this) {
        case ERROR -> severity == Severity.ERROR;
        case WARNING -> severity != Severity.INFO;
        case INFO -> true;
        case NEVER -> false;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Domains or projects named by the user.
   *
   * @param names empty for all
   * @param place the place of the names in the settings, "file:line:column: key: "; empty for the
   *     command line
   */
  public record NamedFields(List<String> names, String place) {

    static final NamedFields ALL = new NamedFields(List.of(), "");

    public NamedFields {
      names = List.copyOf(names);
    }

    boolean fit(List<String> entryNames) {
      return entryNames.isEmpty()
          || names.isEmpty()
          || entryNames.stream()
              .anyMatch(name -> names.stream().anyMatch(other -> isSame(name, other)));
    }

    /**
     * Rejects names that no entry has, which are probably misspelt.
     *
     * @param what domain or project
     */
    void refuseOthers(String what, Set<String> known) {
      for (String name : names) {
        if (known.stream().noneMatch(other -> isSame(other, name))) {
          throw new InputException(
              place + "no glossary entry has the " + what + " \"" + name + "\"",
              known.isEmpty() ? "no entry names a " + what : Spelling.hint(name, known));
        }
      }
    }

    private static boolean isSame(String one, String other) {
      return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
  }
}
