package ballast.workflow.check;

import ballast.workflow.Workplace;
import ballast.workflow.project.Glossaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@code ballast.toml}.
 *
 * @param folder folder of the file; paths in the file are relative to it
 * @param rules by id; rules without settings are absent
 * @param defaults the defaults for a request
 */
public record CheckSettings(Path folder, Map<String, RuleSetting> rules, Defaults defaults) {

  /**
   * The defaults for a request.
   *
   * @param glossaries files and folders; empty for the default ones
   * @param scope which entries of them count
   * @param baseline file; null for none
   * @param failOn null for the default
   * @param max how many findings are shown; null for all
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
     * The glossaries of a request: those that the user names, on the command line or in the
     * environment, else the default ones, else those of the project.
     */
    Glossaries glossaries(Glossaries named, Workplace workplace) {
      return named.or(glossaries, workplace);
    }
  }

  public CheckSettings {
    rules = Map.copyOf(rules);
  }

  /** The settings without a file. */
  public static CheckSettings none(Path folder) {
    return new CheckSettings(folder, Map.of(), Defaults.NONE);
  }

  RuleSetting rule(String id) {
    return rules.getOrDefault(id, RuleSetting.NONE);
  }
}
