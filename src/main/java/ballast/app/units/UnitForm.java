package ballast.app.units;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.format.unit.UnitSink.SinkOptions;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.io.OutputStream;
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
   * @throws ballast.bitext.InputException if the extension is unknown
   */
  public static UnitForm ofName(String file) {
    boolean packed = file.toLowerCase(Locale.ROOT).endsWith(".gz");
    return new UnitForm(UnitFormat.of(file), TmxProfile.GENERIC, XliffVersion.V1_2, packed);
  }

  public UnitForm with(TmxProfile program, XliffVersion xliff) {
    return new UnitForm(format, program, xliff, packed, spreadsheet);
  }

  /**
   * Begins a file.
   *
   * @param out flushed at the end, not closed
   * @param source language of all source texts in TMX; null if there are several
   * @param from source language in XLIFF
   * @param to target language in XLIFF
   */
  public UnitSink begin(OutputStream out, @Nullable Lang source, Lang from, Lang to)
      throws IOException {
    SinkOptions options =
        SinkOptions.of(from, to)
            .withSource(source)
            .forProgram(profile)
            .in(version)
            .forSpreadsheet(spreadsheet);
    if (!packed) {
      return format.begin(out, options);
    }
    GZIPOutputStream stream = new GZIPOutputStream(out);
    return new PackedSink(format.begin(stream, options), stream);
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
  static final class LanguagePairs implements UnitSink {

    private record Pair(Lang from, Lang to) {}

    private final Map<Pair, Integer> units = new LinkedHashMap<>();

    @Override
    public boolean write(Unit unit) {
      units.merge(new Pair(unit.sourceLang(), unit.targetLang()), 1, Integer::sum);
      return true;
    }

    @Override
    public void leaveOut(Unit unit) {
      // It is not in the file.
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
    UnitSink begin(UnitForm form, OutputStream out, Lang from, Lang to) throws IOException {
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
}
