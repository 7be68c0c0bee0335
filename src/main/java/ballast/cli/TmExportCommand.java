package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.interchange.TmxWriter;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.report.TsvLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast tm export}: the memory as TMX or TSV. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Writes the memory's units as TMX 1.4b or TSV, in a stable order.",
    footer = {
      "",
      "Examples:",
      "  ballast tm export -o memory.tmx",
      "  ballast tm export --all -o everything.tmx",
      "  ballast tm export --document tm/articles/ballast-stone --format tsv"
    })
final class TmExportCommand implements Callable<Integer> {

  /** The forms of an export. */
  enum Format {
    TMX,
    TSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin DoubtfulUnits doubtful = new DoubtfulUnits();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "tmx or tsv. Default: what FILE ends in; tmx on standard output.")
  @Nullable Format format;

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "Only this document; may be given several times.")
  List<String> documents = List.of();

  /** How many units there were. */
  private static final class Count {
    private int written;
    private int leftOut;
  }

  TmExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Format form = form();
    try (Memory tm = memory.openForReading(console)) {
      List<DocumentSummary> known = tm.documents();
      checkDocuments(known);
      Count count = new Count();
      output.write(
          console,
          out -> {
            if (form == Format.TMX) {
              writeTmx(tm, sourceLanguage(known), out, count);
            } else {
              writeTsv(tm, out, count);
            }
          });
      common.say(
          console,
          "wrote "
              + count.written
              + " units"
              + (output.isStandardOutput() ? "" : " to " + output.output));
      doubtful.sayLeftOut(console, common, count.leftOut);
    }
    return ExitCode.OK;
  }

  private Format form() {
    if (format != null) {
      return format;
    }
    return switch (output.extension()) {
      case "", "tmx" -> Format.TMX;
      case "tsv" -> Format.TSV;
      default ->
          throw new InputException(
              "cannot export to a file that ends in \"." + output.extension() + "\"",
              "end it in .tmx or .tsv, or say --format tmx|tsv");
    };
  }

  private void checkDocuments(List<DocumentSummary> known) {
    Set<String> missing = new HashSet<>(documents);
    known.forEach(document -> missing.remove(document.name()));
    if (!missing.isEmpty()) {
      throw new InputException(
          "the memory has no document \"" + missing.iterator().next() + "\"",
          "ballast tm list shows their names");
    }
  }

  /** The source language of all units; null where there are several. */
  private @Nullable Lang sourceLanguage(List<DocumentSummary> known) {
    List<Lang> languages =
        known.stream()
            .filter(document -> documents.isEmpty() || documents.contains(document.name()))
            .map(DocumentSummary::sourceLang)
            .distinct()
            .toList();
    return languages.size() == 1 ? languages.get(0) : null;
  }

  private UnitFilter filter() {
    return UnitFilter.OFFERED.inDocuments(Set.copyOf(documents));
  }

  private void writeTmx(Memory tm, @Nullable Lang source, OutputStream out, Count count)
      throws IOException {
    List<String> replaced;
    try (TmxWriter tmx = new TmxWriter(out, source)) {
      tm.forEachUnit(
          filter(),
          unit -> {
            if (doubtful.isExported(unit)) {
              unchecked(() -> tmx.write(unit));
              count.written++;
            } else {
              unchecked(() -> tmx.leaveOut(unit));
              count.leftOut++;
            }
          });
      tmx.finish();
      replaced = tmx.unitsWithReplacedCharacters();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (String unit : replaced) {
      common.warn(console, replacedCharacters(unit));
    }
  }

  /** What is said of a unit whose text could not be written into XML as it is. */
  static String replacedCharacters(String unit) {
    return "unit " + unit + " has characters that XML forbids; they were replaced in the TMX";
  }

  private void writeTsv(Memory tm, OutputStream stream, Count count) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    try {
      tm.forEachUnit(
          filter(),
          unit -> {
            if (doubtful.isExported(unit)) {
              unchecked(() -> out.write(line(unit) + "\n"));
              count.written++;
            } else {
              count.leftOut++;
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private static String line(Unit unit) {
    return TsvLine.of(
        unit.source(),
        unit.target(),
        unit.provenance().document(),
        unit.provenance().status().label(),
        unit.id());
  }

  /** Something that may fail in writing. */
  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }

  private static void unchecked(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
