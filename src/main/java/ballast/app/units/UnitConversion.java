package ballast.app.units;

import ballast.app.Notices;
import ballast.app.ReadingProgress;
import ballast.app.Workplace;
import ballast.app.units.ImportReport.MappedCodes;
import ballast.app.units.UnitProblems.NotingProblems;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitForm.LanguagePairs;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Converts a file of units to the form of another program, in the same order, including duplicates.
 *
 * <pre>{@code
 * UnitConversion conversion = new UnitConversion(Workplace.in(folder), Notices.NONE);
 * try (var out = Files.newOutputStream(folder.resolve("units.xlf"))) {
 *   UnitForm form = UnitForm.ofName("units.xlf");
 *   conversion.convert("units.tmx", form, PairChoice.DEFAULT, out);
 * }
 * }</pre>
 *
 * @param notices receives warnings about content that the form cannot hold
 */
public record UnitConversion(Workplace workplace, Notices notices) {

  /**
   * The result of a conversion.
   *
   * @param mapped number of texts by language code, for codes other than those of the two languages
   * @param problems skipped and corrected units
   */
  public record Result(int written, Map<String, Long> mapped, UnitProblems problems) {}

  /**
   * Converts the file.
   *
   * @param name file of units in any supported format, as the user gave it; {@code .gz} is unpacked
   * @param out stays open; unusable if this throws
   * @throws ballast.bitext.InputException if the file cannot be read, is broken, or has no pair
   */
  public Result convert(String name, UnitForm form, PairChoice choice, OutputStream out)
      throws IOException {
    Path file = workplace.resolve(name);
    PairOptions pairs = choice.passedOn(changed(file));
    LanguagePairs languages = new LanguagePairs();
    new ConvertedUnits(languages, new ReadingProgress(Notices.NONE, "reading", "unit", 0))
        .read(file, name, pairs);
    UnitSink sink = languages.begin(form, out, pairs.from(), pairs.to());
    ReadingProgress progress =
        new ReadingProgress(notices, "converting", "unit", file.toFile().length());
    progress.start(name, file.toFile().length());
    ConvertedUnits converted = new ConvertedUnits(sink, progress);
    converted.read(file, name, pairs);
    sink.finish().forEach(notices::warn);
    return new Result(converted.written(), converted.mapped(), converted.problems());
  }

  /**
   * Units without a date get the date of the file, so that the same file always gives the same
   * bytes.
   */
  private Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      return workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private static final class ConvertedUnits extends NotingProblems {

    private final UnitSink sink;
    private final ReadingProgress progress;
    private final MappedCodes mapped = new MappedCodes();
    private int written;

    ConvertedUnits(UnitSink sink, ReadingProgress progress) {
      this.sink = sink;
      this.progress = progress;
    }

    void read(Path file, String name, PairOptions options) throws IOException {
      try {
        UnitFile.read(file, name, options, this, progress);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      if (written == 0) {
        String pair = options.from() + " and " + options.to();
        throw new InputException(
            "cannot convert \"" + name + "\": it has no pair in " + pair + why(),
            "give other languages with --from and --to");
      }
    }

    private String why() {
      return problems().isEmpty() ? "" : " (" + problems().first() + ")";
    }

    @Override
    public void pair(FoundPair pair) {
      try {
        written += sink.write(pair.unit()) ? 1 : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      progress.unit();
    }

    @Override
    public void mapped(String code, Lang lang) {
      mapped.add(code);
    }

    Map<String, Long> mapped() {
      return mapped.texts();
    }

    int written() {
      return written;
    }
  }

  /** Content of two files; one is converted to the other. */
  public enum ConversionKind {
    /** Translation units; see {@link UnitConversion}. */
    UNITS,
    TERMS;

    /**
     * Determines the content from the first bytes of {@code from} and both extensions. A table
     * contains units if the other file is in a format for units, otherwise terms.
     *
     * @throws InputException if one cannot be converted to the other, or both are tables that could
     *     contain either
     */
    public static ConversionKind of(Workplace workplace, String from, String to) {
      boolean units = UnitFile.isOne(workplace.resolve(from), from) && UnitFormat.isOne(to);
      boolean terms =
          !isOfUnits(workplace, from)
              && !isOfUnits(workplace, to)
              && GlossaryFormat.isRead(from)
              && GlossaryFormat.isWritten(to);
      if (units && terms) {
        throw new InputException(
            "cannot convert \"" + from + "\" to \"" + to + "\": both are tables of the same format",
            "use another extension for OUT: units may be "
                + UnitFormat.extensions()
                + ", terms "
                + GlossaryFormat.extensions());
      }
      if (!units && !terms) {
        throw new InputException(
            "cannot convert \"" + from + "\" to \"" + to + "\"",
            "units: "
                + UnitFormat.extensions()
                + ", perhaps with .gz; terms: "
                + GlossaryFormat.extensions());
      }
      return units ? UNITS : TERMS;
    }

    /** Whether a file cannot contain terms. A table can. */
    private static boolean isOfUnits(Workplace workplace, String file) {
      return UnitFile.format(workplace.resolve(file)).isPresent()
          || UnitFormat.named(file).filter(format -> format != UnitFormat.TSV).isPresent();
    }
  }
}
