package ballast.cli.tm;

import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.PairLanguages;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.ImportProgress;
import ballast.cli.terminal.StatusLine;
import ballast.format.file.OutputFile;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RejectedUnits;
import ballast.format.unit.UnitFile;
import ballast.memory.ImportOptions;
import ballast.memory.Memory;
import ballast.memory.OnDuplicate;
import ballast.memory.Statistics;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import ballast.report.memory.ImportOutput;
import ballast.workflow.exchange.ImportReport;
import ballast.workflow.exchange.ImportTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm import}: units of other programs' files into the memory. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Takes the units of TMX, XLIFF and TSV files into the memory.",
      "Each file is taken whole or not at all, and every unit that is not taken is "
          + "named. Languages are chosen by their code, never by order. Exit status 1: a "
          + "file has nothing that could be taken, or broke off and --partial was given."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm import units.tmx",
      "  ballast tm import units.tmx --dry-run --json",
      "  ballast tm import units.tmx --on-duplicate newest --rejected rejected.tmx"
    })
final class TmImportCommand implements Callable<Integer> {

  private static final int NAMED_PROBLEMS = 20;
  private static final int ALL_PROBLEMS = Integer.MAX_VALUE;

  /** The statuses a person may give to what is imported. */
  enum Given {
    DRAFT,
    APPROVED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin PairLanguages languages = new PairLanguages();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "TMX, XLIFF or TSV by extension; .gz is unpacked.")
  List<String> files = List.of();

  @Option(
      names = "--on-duplicate",
      paramLabel = "POLICY",
      defaultValue = "add",
      description =
          "keep, add, overwrite or newest: when the memory has another translation of a source"
              + " text. Default: ${DEFAULT-VALUE}.")
  OnDuplicate onDuplicate = OnDuplicate.ADD;

  @Option(names = "--partial", description = "Of a broken file take what comes before the damage.")
  boolean partial;

  @Option(names = "--dry-run", description = "Report what would be done; leave the memory alone.")
  boolean dryRun;

  @Option(
      names = "--rejected",
      paramLabel = "FILE.tmx",
      description = "Write the units that are not taken there, with the reason.")
  @Nullable String rejected;

  @Option(names = "--force", description = "Replace FILE.tmx if it is already there.")
  boolean force;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "draft or approved: of units of which the file does not say it. Default: draft.")
  @Nullable Given status;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who imports. Default: BALLAST_AUTHOR, else USER.")
  @Nullable String author;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PairOptions pairs =
        languages.pairs(
            status == Given.APPROVED ? Status.APPROVED : Status.DRAFT,
            console.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            /* trusting= */ false);
    List<ImportReport> reports = new ArrayList<>();
    if (rejected == null) {
      importAll(pairs, null, reports);
    } else {
      importAllWithRejected(pairs, rejected, reports);
    }
    if (json) {
      OutputOptions.print(console, out -> ImportOutput.writeJson(out, reports));
    }
    boolean failed = reports.stream().anyMatch(report -> !report.error().isEmpty());
    boolean useless = reports.stream().anyMatch(r -> r.read() == 0 && r.skipped() > 0);
    if (failed && !partial) {
      return ExitCode.FAILED;
    }
    return failed || useless ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void importAllWithRejected(PairOptions pairs, String name, List<ImportReport> reports) {
    try (OutputFile file = OutputFile.create(console.resolve(name), force)) {
      try (RejectedUnits units = new RejectedUnits(file.stream())) {
        importAll(pairs, units, reports);
      } catch (IOException e) {
        throw OutputFile.cannotWrite(Path.of(name), e);
      }
      file.finish();
      file.publish();
    }
  }

  private void importAll(
      PairOptions pairs, @Nullable RejectedUnits rejectedUnits, List<ImportReport> reports) {
    Path path = memory.path(console);
    boolean existed = Files.exists(path);
    boolean blank;
    try (Memory tm = open(existed)) {
      for (String file : files) {
        ImportReport report = importOne(tm, file, pairs, rejectedUnits);
        reports.add(report);
        say(report);
      }
      boolean nothing = reports.stream().allMatch(report -> report.added() == 0);
      blank = !existed && !dryRun && nothing && isBlank(tm);
    }
    if (blank) {
      removeBlank(path);
    }
  }

  private Memory open(boolean existed) {
    return dryRun && !existed
        ? Memories.inNoFile(WriteOptions.at(console.clock()))
        : memory.openForWriting(console);
  }

  private ImportReport importOne(
      Memory tm, String file, PairOptions pairs, @Nullable RejectedUnits rejectedUnits) {
    ImportOptions options =
        new ImportOptions(onDuplicate, author == null ? console.user() : author, dryRun);
    List<ImportTally> tallies = new ArrayList<>();
    List<InputException> damages = new ArrayList<>();
    ImportProgress progress = progress(file);
    try {
      tm.importUnits(
          options,
          units -> {
            ImportTally tally =
                new ImportTally(
                    file, units, rejectedUnits, String.valueOf(rejected), status != null, progress);
            tallies.add(tally);
            try {
              UnitFile.read(console.resolve(file), file, pairs, tally, progress);
            } catch (InputException e) {
              damages.add(e);
              if (!partial) {
                throw e;
              }
            }
          });
    } catch (InputException e) {
      if (damages.isEmpty()) {
        throw e; // not the file's fault but the memory's
      }
    } finally {
      progress.clear();
    }
    String error = damages.isEmpty() ? "" : String.valueOf(damages.get(0).getMessage());
    ImportReport report = tallies.get(0).report(error, error.isEmpty() || partial);
    if (!damages.isEmpty()) {
      sayDamage(damages.get(0), report.read() > 0);
    }
    return report;
  }

  private ImportProgress progress(String file) {
    StatusLine line =
        new StatusLine(
            console.err(), console.clock(), common.quiet ? 0 : console.progressColumns());
    long size = line.isPossible() ? console.resolve(file).toFile().length() : 0;
    return new ImportProgress(line, file, size);
  }

  /**
   * @param some whether something comes before it
   */
  private void sayDamage(InputException damage, boolean some) {
    if (partial) {
      common.warn(console, damage.getMessage() + "; what comes before was taken");
    } else {
      console.err().println(common.style(console).error("error:") + " " + damage.getMessage());
      String hint = damage.hint() + (some ? "; --partial takes what comes before" : "");
      console.err().println("try:   " + hint);
    }
  }

  private void say(ImportReport report) {
    if (report.error().isEmpty() || partial) {
      String prefix = dryRun ? "(dry run) " : "";
      int named = common.verbose ? ALL_PROBLEMS : NAMED_PROBLEMS;
      for (String line : ImportOutput.lines(report, named)) {
        common.say(console, prefix + line);
      }
      if (report.read() == 0 && report.skipped() > 0) {
        common.say(
            console,
            "  no pair is in "
                + languages.from
                + " and "
                + languages.to
                + "; --from and --to name others");
      }
    }
  }

  /** Whether nothing has ever been put into it. */
  private static boolean isBlank(Memory tm) {
    Statistics statistics = tm.statistics();
    return statistics.units() == 0 && statistics.retired() == 0 && statistics.documents() == 0;
  }

  /** A failed import must not leave a memory where there was none. */
  private static void removeBlank(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new InputException("cannot remove the empty memory \"" + path + "\"", "", e);
    }
  }
}
