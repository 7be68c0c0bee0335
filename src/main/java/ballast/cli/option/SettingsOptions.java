package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.workflow.Notices;
import ballast.workflow.check.CheckSettings;
import ballast.workflow.check.SettingsChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select the {@code ballast.toml}. */
public final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      completionCandidates = FileNames.Settings.class,
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
    return choice().read(console.workplace(), glossaries, notices);
  }

  /** The choice that the options make. */
  public SettingsChoice choice() {
    return new SettingsChoice(file == null ? "" : file, none);
  }
}
