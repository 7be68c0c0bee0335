package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.workflow.Notices;
import ballast.workflow.check.CheckSettings;
import ballast.workflow.check.CheckSettingsReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select the {@code ballast.toml}. */
public final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Rules, severities, paths: see the manual. Default: ballast.toml "
              + "next to the glossary, in this folder or one above it.")
  @Nullable String file;

  @Option(names = "--no-config", description = "Ignore ballast.toml.")
  boolean none;

  /**
   * Finds and reads it.
   *
   * @param glossaries those that the command line names
   * @throws ballast.bitext.InputException if something in it is wrong
   */
  public CheckSettings read(Console console, Notices notices, List<String> glossaries) {
    if (none) {
      return CheckSettings.none(console.directory());
    }
    return file == null
        ? CheckSettingsReader.nearest(console.workplace(), glossaries, notices)
        : CheckSettingsReader.read(console.resolve(file), file, notices);
  }
}
