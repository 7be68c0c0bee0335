package ballast.format.unit;

import ballast.bitext.Unit;
import ballast.format.unit.XliffEntry.Languages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes XLIFF, of one pair of languages. */
final class XliffSink implements UnitSink {

  private final XliffWriter writer;
  private final OnePair pair;
  private final Languages languages;

  XliffSink(OutputStream out, SinkOptions options) throws IOException {
    this.writer = new XliffWriter(out, options.xliff(), options.from(), options.to());
    this.pair = new OnePair(options, "an XLIFF file");
    this.languages = new Languages(options.from(), options.to());
  }

  @Override
  public boolean write(Unit unit) throws IOException {
    boolean taken = pair.takes(unit);
    if (taken) {
      Languages own = new Languages(unit.sourceLang(), unit.targetLang());
      XliffEntry entry = XliffEntry.of(unit);
      writer.write(unit.provenance().document(), own.equals(languages) ? entry : entry.in(own));
    }
    return taken;
  }

  @Override
  public void leaveOut(Unit unit) {
    // Segments have no neighbours.
  }

  @Override
  public List<String> finish() throws IOException {
    writer.close();
    return pair.warnings();
  }
}
