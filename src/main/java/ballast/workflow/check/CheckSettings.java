package ballast.workflow.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ballast.toml} says.
 *
 * @param folder where the file is; paths in it are seen from there
 * @param rules by id; of others nothing is said
 * @param defaults what holds where a request does not say otherwise
 */
public record CheckSettings(Path folder, Map<String, RuleSetting> rules, Defaults defaults) {

  /**
   * What holds where a request does not say otherwise.
   *
   * @param glossaries files and folders; empty for the usual ones
   * @param scope which entries of them count
   * @param baseline file; null for none
   * @param failOn null for the usual
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
  }

  public CheckSettings {
    rules = Map.copyOf(rules);
  }

  /** There is no such file. */
  public static CheckSettings none(Path folder) {
    return new CheckSettings(folder, Map.of(), Defaults.NONE);
  }

  RuleSetting rule(String id) {
    return rules.getOrDefault(id, RuleSetting.NONE);
  }
}
