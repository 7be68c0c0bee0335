package ballast.cli.tm;

import ballast.app.units.UnitExport;
import ballast.app.units.UnitFileJson;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.DoubtfulUnits;
import ballast.cli.option.OutputOptions.SpreadsheetOption;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.option.OutputOptions.XliffOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.memory.Memory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Writes the memory's units as ${bundle:written-units}, in a stable order.",
      "TMX (1.4b) keeps everything that the imported files say about the units. Rejected units"
          + " are written with --status rejected only; --min-confidence takes doubtful units, too,"
          + " if it is below 0.5."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm export -o memory.tmx",
      "  ballast tm export --all -o everything.tmx.gz --json",
      "  ballast tm export --profile omegat --status approved -o approved.tmx",
      "  ballast tm export --document tm/articles/ballast-stone --format tsv"
    })
@MainOptions({"--output", "--document", "--status", "--profile", "--json", "--tm"})
final class TmExportCommand extends OutputCommand {

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin DoubtfulUnits doubtful = new DoubtfulUnits();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin XliffOption xliff = new XliffOption();
  @Mixin SpreadsheetOption table = new SpreadsheetOption();
  @Mixin SummaryOption summary = new SummaryOption();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The units as they were right after revision N of the one --document.")
  @Nullable Integer revision;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${bundle:unit-formats}. Default: by the extension of FILE, .gz apart; tmx on"
              + " standard output.")
  @Nullable UnitFormat format;

  @Option(
      names = "--profile",
      paramLabel = "PROGRAM",
      defaultValue = "generic",
      description =
          "TMX for generic, omegat, trados or memoq; the manual says what differs (json.md)."
              + " Default: ${DEFAULT-VALUE}.")
  TmxProfile profile = TmxProfile.GENERIC;

  @Override
  public Integer call() {
    summary.check(output);
    UnitForm form = form();
    if (!form.format().isUtf8()) {
      output.requireFile("a " + form.format().title() + " memory");
    }
    UnitExport.Request request =
        new UnitExport.Request(
            form, filter.filter(), revision, filter.hasMinConfidence() || doubtful.all());
    try (Memory tm = memory.openForReading(console)) {
      UnitExport export = new UnitExport(tm, notices());
      UnitExport.Result result = writing(out -> export.write(request, out));
      summary.report(
          console,
          json -> UnitFileJson.writeExport(json, output.file(), form.format(), result),
          () -> {
            say("wrote %s%s", CountedNoun.of(result.written(), "unit"), toFile());
            DoubtfulUnits.sayLeftOut(notices(), result.doubtful());
          });
    }
    return ExitCode.OK;
  }

  private UnitForm form() {
    String name = output.isStandardOutput() ? "" : Objects.requireNonNull(output.output);
    UnitFormat wanted = format;
    if (wanted == null) {
      wanted = name.isEmpty() ? UnitFormat.TMX : UnitFormat.of(name);
    }
    return new UnitForm(wanted, profile, xliff.xliffVersion(), output.isPacked())
        .forSpreadsheet(table.spreadsheet);
  }
}
