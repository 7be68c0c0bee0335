package ballast.workflow.check;

import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.project.SettingsFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which {@code ballast.toml} is used.
 *
 * @param file as the user gave it; empty for the nearest one, see {@link
 *     CheckSettingsReader#nearest}
 * @param none whether none is used
 */
public record SettingsChoice(String file, boolean none) {

  /** The nearest one. */
  public static final SettingsChoice NEAREST = new SettingsChoice("", false);

  /**
   * Finds and reads it.
   *
   * @param glossaries files and folders that the request names
   * @throws ballast.bitext.InputException if something in it is wrong
   */
  public CheckSettings read(Workplace workplace, List<String> glossaries, Notices notices) {
    if (none) {
      return CheckSettings.none(workplace.directory());
    }
    return file.isEmpty()
        ? CheckSettingsReader.nearest(workplace, glossaries, notices)
        : CheckSettingsReader.read(workplace.resolve(file), file, notices);
  }

  /** The file; empty if there is none. */
  Optional<Path> path(Workplace workplace, List<String> glossaries) {
    if (none) {
      return Optional.empty();
    }
    return file.isEmpty()
        ? SettingsFinder.find(workplace, glossaries)
        : Optional.of(workplace.resolve(file));
  }
}
