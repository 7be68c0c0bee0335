package ballast.cli.tm;

import ballast.bitext.InputException;
import ballast.bitext.Status;
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
import ballast.format.unit.PairOptions;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.UnitFile;
import ballast.workflow.exchange.ConvertedUnits;
import ballast.workflow.exchange.UnitFormat;
import ballast.workflow.exchange.UnitSink;
import ballast.workflow.glossary.GlossaryConversion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
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
    // Nothing is judged that is only passed on.
    PairOptions pairs = languages.pairs(Status.DRAFT, changed(), /* trusting= */ true);
    OutputOptions output = output();
    int[] written = {0};
    output.write(
        console,
        stream -> {
          OutputStream packed = output.isPacked() ? new GZIPOutputStream(stream) : stream;
          written[0] = convertUnits(pairs, sink(packed, pairs));
          if (packed instanceof GZIPOutputStream gzip) {
            gzip.finish();
          }
        });
    common.say(console, "wrote " + EditMessages.count(written[0], "unit") + " to " + out);
  }

  /** Returns how many units there were. */
  private int convertUnits(PairOptions pairs, UnitSink sink) throws IOException {
    ConvertedUnits converted = new ConvertedUnits(sink);
    converted.read(console.resolve(in), in, pairs);
    sink.finish().forEach(warning -> common.warn(console, warning));
    converted
        .problems()
        .sentences(common.verbose)
        .forEach(sentence -> common.warn(console, in + ": " + sentence));
    return converted.written();
  }

  private UnitSink sink(OutputStream stream, PairOptions pairs) throws IOException {
    return switch (UnitFormat.of(out)) {
      case TMX -> UnitSink.tmx(stream, pairs.from(), profile);
      case TSV -> UnitSink.tsv(stream);
      case XLIFF -> UnitSink.xliff(stream, xliff.xliffVersion(), pairs.from(), pairs.to());
    };
  }

  /** What is undated is as old as its file: the same file gives the same bytes tomorrow. */
  private Instant changed() {
    Path file = console.resolve(in);
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      return console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private void convertTerms() {
    GlossaryFormat form = GlossaryOutput.formatOf(out);
    GlossaryConversion conversion =
        new GlossaryConversion(console.workplace(), common.notices(console));
    new GlossaryOutput(console, common, output())
        .write(
            form, stream -> conversion.convert(new GlossaryConversion.Request(in, form, stream)));
  }
}
