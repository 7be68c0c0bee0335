package ballast.cli.diff;

import ballast.app.revisions.VersionReading.VersionFile;
import ballast.app.revisions.VersionUnits;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.DiffOptions;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git textconv}: prints units or sentences as text for {@code git diff}. */
@Command(
    name = "textconv",
    description = {
      "Prints the units of a file or memory, a source and a translation each; texts in other"
          + " languages with their language.",
      "Of a document it prints the sentences, one a line.",
      "If they cannot be read, prints why and then the file as it is, with exit status 0: git"
          + " would show no other file either."
    },
    footer = {"", "Examples:", "  ballast git textconv units.tmx"})
@MainOptions({"--lines", "--source", "--encoding", "--srx", "--abbrev"})
final class GitTextconvCommand extends ConsoleCommand {

  @Mixin DiffOptions reading = new DiffOptions();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      description = "${bundle:units}, a memory, or a document such as docx.")
  String file = "";

  @Override
  public Integer call() {
    reading.acceptVariants();
    // git's copies end in the name of the file, after any prefix.
    VersionUnits units =
        new VersionUnits(
            console.workplace(), notices(), VersionFile.of(file), reading.reading(console));
    print(units::writeLines);
    return ExitCode.OK;
  }
}
