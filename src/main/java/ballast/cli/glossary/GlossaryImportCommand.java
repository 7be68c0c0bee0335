package ballast.cli.glossary;

import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.file.OutputFile;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import ballast.report.glossary.GlossaryImportReport;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast glossary import}: glossaries of other programs into the project's. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Makes a glossary of the project of glossaries of other programs: TBX, Excel, CSV and "
          + "TSV with or without heads, OmegaT, DeepL. Several files become one.",
      "Which entry comes from which line of which file stays with it, and every entry that "
          + "is not taken is named. Exit status 1: a file has no entry that could be taken."
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
      arity = "1..*",
      description = ".tbx, .xml, .xlsx, .csv, .tsv, .txt, .tab or .utf8.")
  List<String> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      description = "Where to write. Default: glossary/NAME.csv for a file NAME.")
  @Nullable String output;

  @Option(names = "--force", description = "Replace OUT.csv if it is already there.")
  boolean force;

  @Option(
      names = "--strict",
      description = "An entry that cannot be taken is an error: nothing is written.")
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
    Path target = target();
    if (!dryRun) {
      OutputFile.check(target, force);
    }
    List<Concept> concepts = new ArrayList<>();
    List<GlossaryImportReport> reports = new ArrayList<>();
    for (String file : files) {
      GlossaryReading reading = new GlossaryReader().read(console.resolve(file), file);
      concepts.addAll(reading.concepts());
      reports.add(report(file, reading));
      say(reports.get(reports.size() - 1));
    }
    if (json) {
      OutputOptions.print(console, out -> GlossaryImportReport.writeJson(out, reports, dryRun));
    }
    refuse(reports);
    if (!dryRun && !concepts.isEmpty()) {
      write(target, concepts);
    }
    return reports.stream().anyMatch(report -> report.concepts() == 0)
        ? ExitCode.FINDINGS
        : ExitCode.OK;
  }

  private static GlossaryImportReport report(String file, GlossaryReading reading) {
    return new GlossaryImportReport(
        file,
        reading.contents().format(),
        reading.contents().entries(),
        reading.contents().terms(),
        reading.concepts().size(),
        reading.unusable(),
        reading.problems().stream()
            .map(
                problem ->
                    new GlossaryImportReport.Problem(problem.where().line(), problem.reason()))
            .toList());
  }

  private void say(GlossaryImportReport report) {
    int named = common.verbose ? report.problems().size() : NAMED_PROBLEMS;
    report.lines(named).forEach(line -> common.say(console, (dryRun ? "(dry run) " : "") + line));
  }

  private void refuse(List<GlossaryImportReport> reports) {
    for (GlossaryImportReport report : reports) {
      if (strict && report.skipped() > 0) {
        GlossaryImportReport.Problem first = report.problems().get(0);
        throw new InputException(
            "nothing was taken, because of --strict: \""
                + report.file()
                + "\", line "
                + first.line()
                + ": "
                + first.reason()
                + (report.skipped() == 1 ? "" : " (and " + (report.skipped() - 1) + " more)"),
            "correct the file, or leave --strict out: such entries are skipped then");
      }
    }
  }

  private Path target() {
    if (output != null) {
      if (!output.endsWith(".csv")) {
        throw new InputException(
            "a glossary of the project is a table of ours: \"" + output + "\" does not end in .csv",
            "end it in .csv; ballast glossary export writes other forms");
      }
      return console.resolve(output);
    }
    Path folder =
        Project.glossary(console.directory()).orElse(console.directory().resolve("glossary"));
    String name = String.valueOf(console.resolve(files.get(0)).getFileName());
    int dot = name.lastIndexOf('.');
    return folder.resolve((dot <= 0 ? name : name.substring(0, dot)) + ".csv");
  }

  private void write(Path target, List<Concept> concepts) {
    try {
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (OutputFile file = OutputFile.create(target, force)) {
        new GlossaryWriter().withOrigins().write(file.stream(), GlossaryFormat.CSV, concepts);
        file.finish();
        file.publish();
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(target, e);
    }
    common.say(
        console,
        "wrote "
            + console.shown(target)
            + ": "
            + EditMessages.count(concepts.size(), "entry").replace("entrys", "entries"));
  }
}
