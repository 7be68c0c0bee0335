package ballast.cli.glossary;

import ballast.app.glossary.GlossaryImport;
import ballast.app.glossary.GlossaryImport.GlossaryImportReport;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class GlossaryImportCommand implements Callable<Integer> {

  private static final int NAMED_PROBLEMS = 20;

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

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

  GlossaryImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    GlossaryImport.Result result =
        new GlossaryImport(console.workplace())
            .take(
                new GlossaryImport.Request(
                    files, output == null ? "" : output, force, strict, dryRun));
    List<GlossaryImportReport> reports =
        result.files().stream().map(GlossaryImportReport::of).toList();
    reports.forEach(this::say);
    if (json) {
      OutputOptions.print(console, out -> GlossaryImportReport.writeJson(out, reports, dryRun));
    }
    result.refused().ifPresent(GlossaryImportCommand::refuse);
    result
        .written()
        .ifPresent(
            file ->
                common.say(
                    console,
                    "wrote "
                        + console.workplace().shown(file)
                        + ": "
                        + GlossaryImportReport.entries(result.entries())));
    return reports.stream().anyMatch(report -> report.concepts() == 0)
        ? ExitCode.FINDINGS
        : ExitCode.OK;
  }

  private void say(GlossaryImportReport report) {
    int named = common.verbose ? report.problems().size() : NAMED_PROBLEMS;
    report.lines(named).forEach(line -> common.say(console, (dryRun ? "(dry run) " : "") + line));
  }

  private static void refuse(GlossaryImport.Taken refused) {
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
