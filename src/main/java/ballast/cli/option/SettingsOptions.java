package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.workflow.check.CheckSettings;
import ballast.workflow.check.CheckSettingsReader;
import ballast.workflow.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which {@code ballast.toml}. */
public final class SettingsOptions {

  private static final String NAME = "ballast.toml";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Rules, severities, paths: see the manual. Default: ballast.toml "
              + "beside the glossary, or from here upwards.")
  @Nullable String file;

  @Option(names = "--no-config", description = "Leave ballast.toml alone.")
  boolean none;

  /**
   * Finds and reads it.
   *
   * @param glossaries those that the command line names
   * @throws ballast.bitext.InputException if something in it is wrong
   */
  public CheckSettings read(Console console, CommonOptions common, List<String> glossaries) {
    if (none) {
      return CheckSettings.none(console.directory());
    }
    Optional<Path> found =
        file != null ? Optional.of(console.resolve(file)) : find(console, glossaries);
    if (found.isEmpty()) {
      return CheckSettings.none(console.directory());
    }
    String name = file != null ? file : console.workplace().shown(found.get());
    common.detail(console, "settings of " + name);
    return CheckSettingsReader.read(found.get(), name);
  }

  /** Beside a glossary that is named; else in the nearest folder that has one. */
  private static Optional<Path> find(Console console, List<String> glossaries) {
    for (String glossary : glossaries) {
      Path path = console.resolve(glossary);
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      if (folder != null && Files.isRegularFile(folder.resolve(NAME))) {
        return Optional.of(folder.resolve(NAME));
      }
    }
    Path last = outermost(console.directory());
    for (Path folder = console.directory(); folder != null; folder = folder.getParent()) {
      for (Path candidate : List.of(folder.resolve(NAME), folder.resolve("glossary/" + NAME))) {
        if (Files.isRegularFile(candidate)) {
          return Optional.of(candidate);
        }
      }
      if (folder.equals(last)) {
        break; // what is above belongs to somebody else
      }
    }
    return Optional.empty();
  }

  /** The root of the git work tree, else the project's; else the folder itself. */
  private static Path outermost(Path directory) {
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return Project.around(directory).root();
  }
}
