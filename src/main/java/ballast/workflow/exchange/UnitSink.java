package ballast.workflow.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.table.TsvLine;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.TmxWriter;
import ballast.format.unit.XliffEntry;
import ballast.format.unit.XliffVersion;
import ballast.format.unit.XliffWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the units of an export go: one class a format. */
public interface UnitSink {

  void write(Unit unit) throws IOException;

  /** Passes over a unit that only is a neighbour. */
  void leaveOut(Unit unit) throws IOException;

  /** Writes the end; what the user should know of what was written. */
  List<String> finish() throws IOException;

  /**
   * TMX.
   *
   * @param source language of all source texts; null where there are several
   */
  static UnitSink tmx(OutputStream out, @Nullable Lang source, TmxProfile profile)
      throws IOException {
    return new Tmx(new TmxWriter(out, source, profile), profile == TmxProfile.OMEGAT);
  }

  /** Tab-separated lines. */
  static UnitSink tsv(OutputStream out) {
    return new Tsv(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
  }

  /** XLIFF, of one pair of languages. */
  static UnitSink xliff(OutputStream out, XliffVersion version, Lang from, Lang to)
      throws IOException {
    return new Xliff(new XliffWriter(out, version, from, to), from, to);
  }

  /** TMX. */
  final class Tmx implements UnitSink {

    /** Where OmegaT 3.6 cuts a Chinese text: not before a closing quotation mark. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？](?![”’」』])(?=.*\\p{IsHan})");

    private final TmxWriter writer;
    private final boolean forOmegaT;
    private int cut;

    public Tmx(TmxWriter writer, boolean forOmegaT) {
      this.writer = writer;
      this.forOmegaT = forOmegaT;
    }

    @Override
    public void write(Unit unit) throws IOException {
      writer.write(unit);
      cut += forOmegaT && SENTENCE_END.matcher(unit.source()).find() ? 1 : 0;
    }

    @Override
    public void leaveOut(Unit unit) throws IOException {
      writer.leaveOut(unit);
    }

    @Override
    public List<String> finish() throws IOException {
      writer.finish();
      List<String> warnings = new ArrayList<>();
      writer.unitsWithReplacedCharacters().forEach(unit -> warnings.add(replacedCharacters(unit)));
      if (cut > 0) {
        warnings.add(
            cut
                + (cut == 1 ? " unit has" : " units have")
                + " the end of a sentence inside; OmegaT cuts there, and offers them as fuzzy"
                + " matches only");
      }
      return warnings;
    }

    private static String replacedCharacters(String unit) {
      return "unit " + unit + " has characters that XML forbids; they were replaced in the TMX";
    }
  }

  /** Tab-separated lines. */
  record Tsv(Writer out) implements UnitSink {
    @Override
    public void write(Unit unit) throws IOException {
      out.write(
          TsvLine.of(
              unit.source(),
              unit.target(),
              unit.provenance().document(),
              unit.provenance().status().label(),
              unit.id()));
      out.write("\n");
    }

    @Override
    public void leaveOut(Unit unit) {
      // Lines have no neighbours.
    }

    @Override
    public List<String> finish() throws IOException {
      out.flush();
      return List.of();
    }
  }

  /** XLIFF, of one pair of languages. */
  final class Xliff implements UnitSink {

    private final XliffWriter writer;
    private final Lang from;
    private final Lang to;
    private int otherLanguages;

    public Xliff(XliffWriter writer, Lang from, Lang to) {
      this.writer = writer;
      this.from = from;
      this.to = to;
    }

    @Override
    public void write(Unit unit) throws IOException {
      if (unit.sourceLang().equals(from) && unit.targetLang().equals(to)) {
        writer.write(unit.provenance().document(), XliffEntry.of(unit));
      } else {
        otherLanguages++;
      }
    }

    @Override
    public void leaveOut(Unit unit) {
      // Segments have no neighbours.
    }

    @Override
    public List<String> finish() throws IOException {
      writer.close();
      return otherLanguages == 0
          ? List.of()
          : List.of(
              "left out "
                  + otherLanguages
                  + " units that are not from "
                  + from
                  + " into "
                  + to
                  + ": an XLIFF file has one pair; --from and --to name another");
    }
  }
}
