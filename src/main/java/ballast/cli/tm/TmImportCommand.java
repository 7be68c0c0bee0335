package ballast.cli.tm;

import ballast.app.Workplace;
import ballast.app.units.ImportReport;
import ballast.app.units.UnitFileImport;
import ballast.app.units.UnitFileImport.Reading;
import ballast.app.units.UnitFileImport.Rejects;
import ballast.app.units.UnitFileJson;
import ballast.bitext.Unit;
import ballast.cli.option.AuthorOption.RecorderOption;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.ReadingOptions.PairLanguages;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.UnitImport.OnDuplicate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Takes the units of ${bundle:units} files into the memory.",
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
@MainOptions({"--dry-run", "--on-duplicate", "--status", "--rejected", "--tm"})
final class TmImportCommand extends MemoryCommand {

  private static final int NAMED_PROBLEMS = 20;
  private static final int ALL_PROBLEMS = Integer.MAX_VALUE;

  enum Given {
    DRAFT,
    APPROVED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin PairLanguages languages = new PairLanguages();
  @Mixin RecorderOption recorder = new RecorderOption();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.Units.class,
      arity = "1..*",
      description = "${bundle:units}, by its first bytes or its extension; .gz is unpacked.")
  List<String> files = List.of();

  @Option(
      names = "--on-duplicate",
      paramLabel = "POLICY",
      defaultValue = "add",
      description =
          "keep, add, overwrite or newest: when the memory has another translation of a source"
              + " text. Default: ${DEFAULT-VALUE}.")
  OnDuplicate onDuplicate = OnDuplicate.ADD;

  @Option(names = "--partial", description = "Take what comes before the damage in a broken file.")
  boolean partial;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Report what would be done; leave the memory alone.")
  boolean dryRun;

  @Option(
      names = "--rejected",
      paramLabel = "FILE.tmx",
      completionCandidates = FileNames.Units.class,
      description = "Write the units that are not taken there, with the reason.")
  @Nullable String rejected;

  @Option(names = "--force", description = "Replace FILE.tmx if it is already there.")
  boolean force;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "draft or approved: for units whose status the file does not give. Default: draft.")
  @Nullable Given status;

  @Override
  public Integer call() {
    Workplace workplace = recorder.workplace(console, notices(), dryRun ? null : store());
    UnitFileImport unitImport = new UnitFileImport(workplace, notices());
    UnitFileImport.Result result = unitImport.run(request(), this::report);
    if (json) {
      print(out -> UnitFileJson.writeImport(out, result.files()));
    }
    if (result.hasDamage() && !partial) {
      return ExitCode.FAILED;
    }
    return result.hasDamage() || result.hasUselessFile() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private UnitFileImport.Request request() {
    Unit.Status givenStatus = null;
    if (status != null) {
      givenStatus = status == Given.APPROVED ? Unit.Status.APPROVED : Unit.Status.DRAFT;
    }
    return new UnitFileImport.Request(
        store(),
        files,
        new Reading(languages.pairs(), givenStatus, partial),
        onDuplicate,
        dryRun,
        rejected == null ? null : new Rejects(rejected, force));
  }

  private void report(ImportReport report) {
    if (report.isBroken()) {
      sayDamage(report);
    }
    if (report.isBroken() && !partial) {
      return;
    }
    String prefix = dryRun ? "(dry run) " : "";
    int named = verbose ? ALL_PROBLEMS : NAMED_PROBLEMS;
    for (String line : report.lines(named)) {
      say(prefix + line);
    }
    if (report.isUseless()) {
      say("  no pair is in " + languages.named() + "; --from and --to choose others");
    }
  }

  private void sayDamage(ImportReport report) {
    boolean hasPairs = report.counts().pairs() > 0;
    if (partial) {
      String taken = hasPairs ? "what comes before was taken" : "nothing was taken from it";
      warn(report.error() + "; " + taken);
    } else {
      String hint =
          report.damage().hint() + (hasPairs ? "; --partial takes what comes before" : "");
      FailureReport.print(console, style(), report.error(), hint);
    }
  }
}
