package ballast.cli.tm;

import ballast.app.glossary.GlossaryFiles;
import ballast.app.units.ImportReport.MappedCodes;
import ballast.app.units.UnitConversion;
import ballast.app.units.UnitConversion.ConversionKind;
import ballast.app.units.UnitFileJson;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions.GlossaryMessages;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.SpreadsheetOption;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.option.OutputOptions.XliffOption;
import ballast.cli.option.ReadingOptions.PairLanguages;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitSink.TmxProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = {
      "Writes a file of units or terms in another format, without the memory.",
      "Units: ${bundle:units} into ${bundle:written-units}, in the order of the file, duplicates"
          + " included. Terms: ${bundle:terms}. A file is known by its first bytes or its"
          + " extension; a .tsv file has units if the other file has units, otherwise terms.",
      "Everything that the other format cannot hold is listed. Nothing is written if the file"
          + " is broken."
    },
    footer = {
      "",
      "Examples:",
      "  ballast convert units.tmx units.xlf",
      "  ballast convert units.xlf units-again.tmx.gz",
      "  ballast convert terms.tbx workbook.xlsx --json"
    })
@MainOptions({"--from", "--to", "--profile", "--xliff", "--json", "--force"})
public final class ConvertCommand extends ConsoleCommand {

  @Mixin PairLanguages languages = new PairLanguages();
  @Mixin XliffOption xliff = new XliffOption();
  @Mixin SpreadsheetOption table = new SpreadsheetOption();
  @Mixin SummaryOption summary = new SummaryOption();

  @Parameters(
      index = "0",
      paramLabel = "IN",
      completionCandidates = FileNames.class,
      description = "${bundle:read-unit-files}, also with .gz; or ${bundle:read-term-files}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      completionCandidates = FileNames.class,
      description = "The file to write; its extension decides the format.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String out;

  @Option(
      names = "--profile",
      paramLabel = "PROGRAM",
      defaultValue = "generic",
      description = "TMX for generic, omegat, trados or memoq. Default: ${DEFAULT-VALUE}.")
  TmxProfile profile = TmxProfile.GENERIC;

  @Option(names = "--force", description = "Replace OUT if it is already there.")
  boolean force;

  @Override
  public Integer call() {
    ConversionKind kind = ConversionKind.of(console.workplace(), in, out);
    OutputOptions output = OutputOptions.of(out, force);
    output.check(console);
    if (kind == ConversionKind.UNITS) {
      convertUnits(output);
    } else {
      convertTerms(output);
    }
    return ExitCode.OK;
  }

  private void convertUnits(OutputOptions output) {
    UnitForm form =
        UnitForm.ofName(out).with(profile, xliff.xliffVersion()).forSpreadsheet(table.spreadsheet);
    UnitConversion conversion = new UnitConversion(console.workplace(), notices());
    UnitConversion.Result result =
        output.writing(console, stream -> conversion.convert(in, form, languages.pairs(), stream));
    result.problems().sentences(verbose).forEach(sentence -> warn("%s: %s", in, sentence));
    summary.report(
        console,
        json -> UnitFileJson.writeConversion(json, in, out, form.format(), result),
        () -> sayResult(result));
  }

  private void sayResult(UnitConversion.Result result) {
    say("wrote %s to %s", CountedNoun.of(result.written(), "unit"), out);
    if (!result.mapped().isEmpty()) {
      say("  %s", MappedCodes.inWords(result.mapped()));
    }
  }

  private void convertTerms(OutputOptions output) {
    GlossaryFormat form = GlossaryFormat.of(out);
    GlossaryFiles files = new GlossaryFiles(console.workplace(), notices());
    GlossaryFiles.Converted result =
        output.writing(console, stream -> files.convert(in, form, stream));
    GlossaryMessages messages = new GlossaryMessages(notices(), output);
    messages.warn(form, result.written());
    summary.report(
        console,
        json -> result.writeJson(json, in, out, form),
        () -> messages.say(result.written()));
  }
}
