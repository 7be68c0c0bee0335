package ballast.app.units;

import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import java.io.IOException;
import java.util.List;

/**
 * Passes units on to the sink of a file and counts them. Units that the aligner doubts and nobody
 * has approved are left out, unless they are wanted.
 */
public final class ExportSink implements UnitSink {

  private final UnitSink file;
  private final boolean withDoubtful;
  private int written;
  private int doubtful;
  private int otherLanguages;

  /**
   * @param withDoubtful whether doubtful units are written too
   */
  public ExportSink(UnitSink file, boolean withDoubtful) {
    this.file = file;
    this.withDoubtful = withDoubtful;
  }

  /** Writes a unit, or leaves it out if it is doubtful or the file cannot hold its languages. */
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

  /** How many units were written. */
  public int written() {
    return written;
  }

  /** How many units were left out because they are doubtful. */
  public int doubtful() {
    return doubtful;
  }

  /** How many units were left out because the file holds one pair of languages, not theirs. */
  public int otherLanguages() {
    return otherLanguages;
  }
}
