package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.format.unit.XliffWriter.XliffSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which units are written.
 *
 * @param profile the program that TMX is for
 * @param version of XLIFF
 * @param packed whether the file is packed with gzip
 * @param spreadsheet whether TSV is for a spreadsheet program, so that no cell may look like a
 *     formula
 */
public record UnitForm(
    UnitFormat format,
    TmxProfile profile,
    XliffVersion version,
    boolean packed,
    boolean spreadsheet) {

  public UnitForm(UnitFormat format, TmxProfile profile, XliffVersion version, boolean packed) {
    this(format, profile, version, packed, /* spreadsheet= */ false);
  }

  /**
   * Returns the same form, for a spreadsheet program or not.
   *
   * @throws InputException if it is for one, and the format is not a table
   */
  public UnitForm forSpreadsheet(boolean isSpreadsheet) {
    if (isSpreadsheet && format != UnitFormat.TSV) {
      throw new InputException(
          "--spreadsheet is for TSV, not for " + format.title(), "write a .tsv file");
    }
    return new UnitForm(format, profile, version, packed, isSpreadsheet);
  }

  /**
   * Returns the form for a file name extension.
   *
   * @throws InputException if the extension is unknown
   */
  public static UnitForm ofName(String file) {
    boolean packed = file.toLowerCase(Locale.ROOT).endsWith(".gz");
    return new UnitForm(UnitFormat.of(file), TmxProfile.GENERIC, XliffVersion.V1_2, packed);
  }

  /** Returns the usual form of a format. */
  public static UnitForm of(UnitFormat format) {
    return new UnitForm(format, TmxProfile.GENERIC, XliffVersion.V1_2, /* packed= */ false);
  }

  public UnitForm with(TmxProfile program, XliffVersion xliff) {
    return new UnitForm(format, program, xliff, packed, spreadsheet);
  }

  /**
   * Begins a file.
   *
   * @param out flushed at the end, not closed
   * @param source language of all source texts in TMX; null if there are several
   * @param from source language, for formats with one pair of languages
   * @param to target language, for formats with one pair of languages
   */
  public UnitSink begin(OutputStream out, @Nullable Lang source, Lang from, Lang to)
      throws IOException {
    if (!packed) {
      return sink(out, source, from, to);
    }
    GZIPOutputStream stream = new GZIPOutputStream(out);
    return new PackedSink(sink(stream, source, from, to), stream);
  }

  private UnitSink sink(OutputStream out, @Nullable Lang source, Lang from, Lang to)
      throws IOException {
    return switch (format) {
      case TMX -> new TmxWriter(out, source, profile);
      case XLIFF -> new XliffSink(out, version, from, to);
      case TSV -> new TsvSink(out, spreadsheet);
      case WORDFAST -> new WordfastSink(out, from, to);
      case SDLTM, TXML, TTX ->
          throw new InputException(
              "cannot write this format: it is only read",
              "write TMX or XLIFF, which its program imports");
    };
  }

  /** Finishes the gzip stream after the units. */
  private record PackedSink(UnitSink units, GZIPOutputStream stream) implements UnitSink {
    @Override
    public boolean write(Unit unit) throws IOException {
      return units.write(unit);
    }

    @Override
    public void leaveOut(Unit unit) throws IOException {
      units.leaveOut(unit);
    }

    @Override
    public List<String> finish() throws IOException {
      List<String> warnings = units.finish();
      stream.finish();
      return warnings;
    }
  }

  /** Counts units by language, because a file must name its languages at the start. */
  public static final class LanguagePairs implements UnitSink {

    private record Pair(Lang from, Lang to) {}

    private final Map<Pair, Integer> units = new LinkedHashMap<>();

    @Override
    public boolean write(Unit unit) {
      units.merge(new Pair(unit.sourceLang(), unit.targetLang()), 1, Integer::sum);
      return true;
    }

    @Override
    public List<String> finish() {
      return List.of();
    }

    /**
     * Begins a file for the counted units. A file for one pair of languages is for the most
     * frequent pair.
     *
     * @param from its source language if there are no units
     * @param to its target language if there are no units
     */
    public UnitSink begin(UnitForm form, OutputStream out, Lang from, Lang to) throws IOException {
      Pair pair = new Pair(from, to);
      for (Map.Entry<Pair, Integer> each : units.entrySet()) {
        pair = each.getValue() > units.getOrDefault(pair, 0) ? each.getKey() : pair;
      }
      return form.begin(out, onlySource(), pair.from(), pair.to());
    }

    private @Nullable Lang onlySource() {
      Set<Lang> sources = units.keySet().stream().map(Pair::from).collect(Collectors.toSet());
      return sources.size() == 1 ? sources.iterator().next() : null;
    }
  }

  /**
   * Writes tab-separated lines, with texts as they are or as {@link SafeCell}s. Lines name the
   * languages unless these are zh-CN and en-US.
   */
  private static final class TsvSink implements UnitSink {

    private final Writer out;
    private final boolean spreadsheet;

    TsvSink(OutputStream out, boolean spreadsheet) {
      this.spreadsheet = spreadsheet;
      this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    @Override
    public boolean write(Unit unit) throws IOException {
      String line =
          TsvLine.of(
              cell(unit.source()),
              cell(unit.target()),
              cell(unit.provenance().document()),
              unit.provenance().status().label(),
              unit.id());
      boolean isUsual =
          unit.sourceLang().equals(Lang.ZH_CN) && unit.targetLang().equals(Lang.EN_US);
      String languages = TsvLine.of(unit.sourceLang().tag(), unit.targetLang().tag());
      out.write(isUsual ? line : line + "\t" + languages);
      out.write("\n");
      return true;
    }

    private String cell(String text) {
      return spreadsheet ? SafeCell.written(text) : text;
    }

    @Override
    public List<String> finish() throws IOException {
      out.flush();
      return List.of();
    }
  }
}
