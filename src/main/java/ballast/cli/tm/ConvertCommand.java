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
import ballast.format.unit.SinkOptions;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.workflow.exchange.ConvertedUnits;
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
      "Units: ${bundle:units}, each into any other, in the order of the file, equal ones as often "
          + "as they come. Terms: ${bundle:terms}. A file is known by its first bytes or by what "
          + "its name ends in; .tsv is units beside another format of units, else terms.",
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
      description = "${bundle:unit-files}, also with .gz; or ${bundle:read-term-files}.")
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
    boolean units = UnitFile.isOne(console.resolve(in), in) && UnitFormat.isOne(out);
    boolean terms =
        !isOfUnits(in)
            && !isOfUnits(out)
            && GlossaryFormat.isRead(in)
            && GlossaryFormat.isWritten(out);
    if (units && terms) {
      throw new InputException(
          "cannot convert \"" + in + "\" to \"" + out + "\": both are tables of the same form",
          "end OUT otherwise: units may be "
              + UnitFormat.extensions()
              + ", terms "
              + GlossaryFormat.extensions());
    }
    if (!units && !terms) {
      throw new InputException(
          "cannot convert \"" + in + "\" to \"" + out + "\"",
          "units: "
              + UnitFormat.extensions()
              + ", perhaps with .gz; terms: "
              + GlossaryFormat.extensions());
    }
    OutputFile.check(console.resolve(out), force);
    if (units) {
      convertUnits();
    } else {
      convertTerms();
    }
    return ExitCode.OK;
  }

  /** Whether a file cannot be one of terms; a table by its name can. */
  private boolean isOfUnits(String file) {
    return UnitFile.format(console.resolve(file)).isPresent()
        || UnitFormat.named(file).filter(format -> format != UnitFormat.TSV).isPresent();
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
    return UnitFormat.of(out)
        .begin(
            stream,
            SinkOptions.of(pairs.from(), pairs.to()).forProgram(profile).in(xliff.xliffVersion()));
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
    GlossaryFormat form = GlossaryFormat.of(out);
    GlossaryConversion conversion =
        new GlossaryConversion(console.workplace(), common.notices(console));
    new GlossaryOutput(console, common, output())
        .write(
            form, stream -> conversion.convert(new GlossaryConversion.Request(in, form, stream)));
  }
}
