package ballast.cli.tm;

import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.GlossaryOutput;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.PairLanguages;
import ballast.cli.option.VersionProvider;
import ballast.cli.option.XliffOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.file.OutputFile;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.UnitFile;
import ballast.workflow.exchange.TermConversion;
import ballast.workflow.exchange.UnitConversion;
import ballast.workflow.exchange.UnitForm;
import ballast.workflow.exchange.UnitFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast convert}: a file of units or terms in the form of another program. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes a file of units or terms in another form, without the memory.",
      "Units: TMX, XLIFF and TSV into one another, in the order of the file, equal ones as often "
          + "as they come. Terms: TBX, Excel, CSV, TSV and OmegaT's tables. What the files are is "
          + "told by what their names end in; .tsv is units beside TMX and XLIFF, else terms.",
      "Whatever cannot be taken along is named. Of a broken file nothing is written."
    },
    footer = {
      "",
      "Examples:",
      "  ballast convert units.tmx units.xlf",
      "  ballast convert units.xlf units-again.tmx.gz",
      "  ballast convert terms.tbx workbook.xlsx"
    })
public final class ConvertCommand implements Callable<Integer> {

  private static final int NAMED = 20;

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PairLanguages languages = new PairLanguages();
  @Mixin XliffOption xliff = new XliffOption();

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = ".tmx, .xlf, .tsv (also with .gz), .tbx, .xlsx, .csv, .txt or .utf8.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "What to write, in the form that its name says.")
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

  public ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean units = UnitFile.isOne(in) && UnitFormat.isOne(out);
    boolean terms = GlossaryReader.isOne(in) && GlossaryOutput.isOne(out);
    if (units && terms) {
      throw new InputException(
          "cannot convert \"" + in + "\" to \"" + out + "\": both are tables of the same form",
          "end OUT in .tmx or .xlf for units, in .csv, .xlsx or .tbx for terms");
    }
    if (!units && !terms) {
      throw new InputException(
          "cannot convert \"" + in + "\" to \"" + out + "\"",
          "units: .tmx, .xlf and .tsv, perhaps with .gz; terms: .tbx, .xlsx, .csv, .tsv and .utf8");
    }
    OutputFile.check(console.resolve(out), force);
    if (units) {
      convertUnits();
    } else {
      convertTerms();
    }
    return ExitCode.OK;
  }

  private OutputOptions output() {
    OutputOptions output = new OutputOptions();
    output.output = out;
    output.force = force;
    return output;
  }

  private void convertUnits() {
    UnitConversion.Request request =
        new UnitConversion.Request(
            in, UnitForm.ofName(out).with(profile, xliff.xliffVersion()), languages.pairs());
    UnitConversion conversion = new UnitConversion(console.workplace(), common.notices(console));
    UnitConversion.Result result =
        output().writing(console, stream -> conversion.convert(request, stream));
    result
        .problems()
        .sentences(common.verbose)
        .forEach(sentence -> common.warn(console, in + ": " + sentence));
    common.say(console, "wrote " + EditMessages.count(result.written(), "unit") + " to " + out);
  }

  private void convertTerms() {
    OutputOptions output = output();
    GlossaryFormat format = GlossaryOutput.formatOf(out);
    TermConversion conversion = new TermConversion(console.workplace());
    TermConversion.Request request = new TermConversion.Request(in, format);
    TermConversion.Result result =
        output.writing(console, stream -> conversion.convert(request, stream, this::sayProblems));
    new GlossaryOutput(console, common, output).say(format, result.concepts(), result.leftOut());
  }

  private void sayProblems(GlossaryReading reading) {
    int named = common.verbose ? reading.problems().size() : NAMED;
    reading.problems().stream()
        .limit(named)
        .forEach(problem -> common.warn(console, problem + ", left out"));
    if (reading.unusable() > named) {
      common.warn(console, "left out " + (reading.unusable() - named) + " more; -v names them");
    }
  }
}
