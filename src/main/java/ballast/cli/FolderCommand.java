package ballast.cli;

import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.app.check.SettingsChoice;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.cli.option.CheckOptions.SettingsOptions;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that answers other programs about a folder while it runs. */
abstract class FolderCommand extends ConsoleCommand {

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin SettingsOptions config = new SettingsOptions();

  @Parameters(
      paramLabel = "FOLDER",
      completionCandidates = FileNames.Folders.class,
      arity = "0..1",
      description =
          "Where memory, glossaries and ballast.toml are looked for. Default: this folder.")
  String folder = "";

  /**
   * @throws InputException if there is no such folder
   */
  final Workplace workplace() {
    if (folder.isEmpty()) {
      return console.workplace();
    }
    Path path = console.resolve(folder);
    if (!Files.isDirectory(path)) {
      throw new InputException("\"" + folder + "\" is not a folder", "check the name");
    }
    return console.workplace().withDirectory(path.toAbsolutePath().normalize());
  }

  /**
   * Returns the glossaries and settings. Names on the command line are relative to the working
   * directory, not to FOLDER.
   */
  final LiveCheck.Against against() {
    Glossaries wanted = glossary.wanted();
    Glossaries glossaries =
        new Glossaries(
            wanted.names().stream().map(name -> console.resolve(name).toString()).toList(),
            wanted.around());
    SettingsChoice choice = config.choice();
    return new LiveCheck.Against(
        glossaries,
        choice.file().isEmpty()
            ? choice
            : new SettingsChoice(console.resolve(choice.file()).toString(), choice.none()));
  }
}
