package ballast.app.units;

import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import java.io.IOException;
import java.util.List;

/**
 * Passes units to the sink of a file and counts them. Units that are doubtful and not approved are
 * skipped by default.
 */
public final class ExportSink implements UnitSink {

  private final UnitSink file;
  private final boolean withDoubtful;
  private int written;
  private int doubtful;
  private int otherLanguages;

  public ExportSink(UnitSink file, boolean withDoubtful) {
    this.file = file;
    this.withDoubtful = withDoubtful;
  }

  /** Writes a unit, or skips it if it is doubtful or the file cannot hold its languages. */
  @Override
  public boolean write(Unit unit) throws IOException {
    if (!withDoubtful && unit.provenance().isDoubtful()) {
      file.leaveOut(unit);
      doubtful++;
      return false;
    }
    boolean isWritten = file.write(unit);
    written += isWritten ? 1 : 0;
    otherLanguages += isWritten ? 0 : 1;
    return isWritten;
  }

  @Override
  public void leaveOut(Unit unit) throws IOException {
    file.leaveOut(unit);
  }

  @Override
  public List<String> finish() throws IOException {
    return file.finish();
  }

  public int written() {
    return written;
  }

  public int doubtful() {
    return doubtful;
  }

  /** Returns the number of units skipped because the file is for another pair of languages. */
  public int otherLanguages() {
    return otherLanguages;
  }
}
