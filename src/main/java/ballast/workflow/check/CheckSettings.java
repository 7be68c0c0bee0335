package ballast.workflow.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ballast.toml} says; options of the command line go before it.
 *
 * @param folder where the file is; paths in it are seen from there
 * @param rules by id; of others nothing is said
 * @param glossaries files and folders; empty for the usual ones
 * @param scope which entries of them count
 * @param baseline file; null for none
 * @param failOn null for the usual
 * @param max null for no limit
 */
public record CheckSettings(
    Path folder,
    Map<String, RuleSetting> rules,
    List<Path> glossaries,
    EntryScope scope,
    @Nullable Path baseline,
    @Nullable FailOn failOn,
    @Nullable Integer max) {

  public CheckSettings {
    rules = Map.copyOf(rules);
    glossaries = List.copyOf(glossaries);
  }

  /** There is no such file. */
  public static CheckSettings none(Path folder) {
    return new CheckSettings(folder, Map.of(), List.of(), EntryScope.ALL, null, null, null);
  }

  RuleSetting rule(String id) {
    return rules.getOrDefault(id, RuleSetting.NONE);
  }
}
