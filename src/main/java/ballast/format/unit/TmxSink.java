package ballast.format.unit;

import ballast.bitext.CountedNoun;
import ballast.bitext.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes TMX. */
final class TmxSink implements UnitSink {

  /** Where OmegaT 3.6 splits a Chinese text: never before a closing quotation mark. */
  private static final Pattern SENTENCE_END = Pattern.compile("[。！？](?![”’」』])(?=.*\\p{IsHan})");

  private final TmxWriter writer;
  private final boolean forOmegaT;
  private int cut;

  TmxSink(OutputStream out, SinkOptions options) throws IOException {
    this.writer = new TmxWriter(out, options.source(), options.profile());
    this.forOmegaT = options.profile() == TmxProfile.OMEGAT;
  }

  @Override
  public boolean write(Unit unit) throws IOException {
    writer.write(unit);
    cut += forOmegaT && SENTENCE_END.matcher(unit.source()).find() ? 1 : 0;
    return true;
  }

  @Override
  public void leaveOut(Unit unit) throws IOException {
    writer.leaveOut(unit);
  }

  @Override
  public List<String> finish() throws IOException {
    writer.finish();
    List<String> warnings = new ArrayList<>();
    for (String unit : writer.unitsWithReplacedCharacters()) {
      warnings.add(
          "unit " + unit + " has characters that XML forbids; they were replaced in the TMX");
    }
    if (cut > 0) {
      warnings.add(
          CountedNoun.of(cut, "unit has", "units have")
              + " the end of a sentence inside; OmegaT splits them there and offers them as fuzzy"
              + " matches only");
    }
    return warnings;
  }
}
