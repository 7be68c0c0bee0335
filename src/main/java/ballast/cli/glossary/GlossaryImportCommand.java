package ballast.cli.glossary;

import ballast.app.glossary.GlossaryFiles;
import ballast.app.glossary.GlossaryFiles.Imported;
import ballast.app.glossary.GlossaryFiles.ImportedFile;
import ballast.bitext.InputException;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Makes a glossary of the project from glossaries of other programs: TBX, Excel, CSV and "
          + "TSV with or without headers, OmegaT, DeepL. Several files become one.",
      "Each entry keeps the file and line that it comes from, and every entry and column that "
          + "is not taken is listed. Exit status 1: a file has no entry that could be taken."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary import terms.tbx",
      "  ballast glossary import terms.tbx -o glossary/trade.csv --force",
      "  ballast glossary import terms.tbx --strict --dry-run --json"
    })
final class GlossaryImportCommand extends ConsoleCommand {

  private static final int NAMED_PROBLEMS = 20;

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.Glossaries.class,
      arity = "1..*",
      description = "${bundle:read-term-files}.")
  List<String> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      completionCandidates = FileNames.Tables.class,
      description = "Where to write. Default: glossary/NAME.csv for a file NAME.")
  @Nullable String output;

  @Option(names = "--force", description = "Replace OUT.csv if it is already there.")
  boolean force;

  @Option(
      names = "--strict",
      description = "An entry or a column that cannot be taken is an error: nothing is written.")
  boolean strict;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be taken, write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    Imported result =
        new GlossaryFiles(console.workplace(), notices())
            .importAll(files, output == null ? "" : output, force, strict, dryRun);
    result.files().forEach(this::sayFile);
    if (json) {
      print(out -> result.writeJson(out, dryRun));
    }
    result.refused().ifPresent(GlossaryImportCommand::refuse);
    result
        .written()
        .ifPresent(file -> say("wrote %s: %s", console.workplace().shown(file), result.entries()));
    return result.files().stream().anyMatch(file -> file.reading().concepts().isEmpty())
        ? ExitCode.FINDINGS
        : ExitCode.OK;
  }

  private void sayFile(ImportedFile file) {
    int named = verbose ? file.reading().problems().size() : NAMED_PROBLEMS;
    file.lines(named).forEach(line -> say((dryRun ? "(dry run) " : "") + line));
  }

  private static void refuse(ImportedFile refused) {
    int more = refused.reading().unusable() - 1;
    throw new InputException(
        "nothing was taken, because of --strict: \""
            + refused.file()
            + "\", "
            + refused.leftOut().orElse("")
            + (more < 1 ? "" : " (and " + more + " more)"),
        "correct the file, or leave --strict out to skip what cannot be taken");
  }
}
