package ballast.cli.tm;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.DoubtfulUnits;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.option.XliffOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.format.unit.SinkOptions;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.format.unit.XliffVersion;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.workflow.exchange.ExportedUnits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm export}: the memory as TMX, XLIFF or TSV. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Writes the memory's units as ${bundle:units}, in a stable order.",
      "TMX (1.4b) has everything that the files they were imported from say of them. Rejected units"
          + " are written with --status rejected only; --min-confidence takes doubtful units, too,"
          + " if it is below 0.5."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm export -o memory.tmx",
      "  ballast tm export --all -o everything.tmx.gz",
      "  ballast tm export --profile omegat --status approved -o approved.tmx",
      "  ballast tm export --document tm/articles/ballast-stone --format tsv"
    })
public final class TmExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin DoubtfulUnits doubtful = new DoubtfulUnits();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin XliffOption xliff = new XliffOption();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The units as they were right after revision N of the one --document.")
  @Nullable Integer revision;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${bundle:unit-forms}. Default: what FILE ends in, .gz apart; tmx on standard output.")
  @Nullable UnitFormat format;

  @Option(
      names = "--profile",
      paramLabel = "PROGRAM",
      defaultValue = "generic",
      description =
          "TMX for generic, omegat, trados or memoq; the manual says what differs (json.md)."
              + " Default: ${DEFAULT-VALUE}.")
  TmxProfile profile = TmxProfile.GENERIC;

  /** How many units there were. */
  private static final class Count {
    private int written;
    private int doubtful;
  }

  TmExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UnitFormat form = form();
    XliffVersion version = xliff.xliffVersion();
    if (!form.isUtf8()) {
      output.requireFile("a " + form.title() + " memory");
    }
    try (Memory tm = memory.openForReading(console)) {
      Count count = new Count();
      output.write(
          console,
          out -> {
            OutputStream packed = output.isPacked() ? new GZIPOutputStream(out) : out;
            write(tm, sink(tm, form, version, packed), count);
            if (packed instanceof GZIPOutputStream gzip) {
              gzip.finish();
            }
          });
      common.say(
          console,
          "wrote "
              + count.written
              + " units"
              + (output.isStandardOutput() ? "" : " to " + output.output));
      doubtful.sayLeftOut(console, common, count.doubtful);
    }
    return ExitCode.OK;
  }

  private UnitFormat form() {
    if (format != null) {
      return format;
    }
    return output.isStandardOutput()
        ? UnitFormat.TMX
        : UnitFormat.of(Objects.requireNonNull(output.output));
  }

  private UnitSink sink(Memory tm, UnitFormat form, XliffVersion version, OutputStream out)
      throws IOException {
    Lang from = only(filter.filter().sourceLangs());
    Lang to = only(filter.filter().targetLangs());
    return form.begin(
        out,
        SinkOptions.of(from == null ? Lang.ZH_CN : from, to == null ? Lang.EN_US : to)
            .withSource(sourceLanguage(tm))
            .forProgram(profile)
            .in(version));
  }

  private static @Nullable Lang only(Set<Lang> languages) {
    return languages.isEmpty() ? null : languages.iterator().next();
  }

  /** The source language of all units; null where there are several. */
  private @Nullable Lang sourceLanguage(Memory tm) {
    List<Lang> languages = tm.sourceLanguages();
    return languages.size() == 1 ? languages.get(0) : null;
  }

  private void write(Memory tm, UnitSink sink, Count count) throws IOException {
    UnitFilter wanted = wanted();
    try {
      new ExportedUnits(wanted, revision)
          .forEach(
              tm,
              unit -> {
                try {
                  write(unit, wanted, sink, count);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    sink.finish().forEach(warning -> common.warn(console, warning));
  }

  /** Rejected units only if they are asked for. */
  private UnitFilter wanted() {
    UnitFilter units = filter.filter();
    return units.statuses().isEmpty() ? units.withStatuses(UnitFilter.OFFERED.statuses()) : units;
  }

  private void write(Unit unit, UnitFilter wanted, UnitSink sink, Count count) throws IOException {
    if (!wanted.admits(unit)) {
      sink.leaveOut(unit);
    } else if (filter.minConfidence == null && !doubtful.isExported(unit)) {
      sink.leaveOut(unit);
      count.doubtful++;
    } else {
      sink.write(unit);
      count.written++;
    }
  }
}
