package ballast.workflow.exchange;

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

  /**
   * @param withDoubtful whether doubtful units are written too
   */
  public ExportSink(UnitSink file, boolean withDoubtful) {
    this.file = file;
    this.withDoubtful = withDoubtful;
  }

  /** Writes a unit, or leaves it out if it is doubtful. */
  @Override
  public void write(Unit unit) throws IOException {
    if (!withDoubtful && unit.provenance().isDoubtful()) {
      file.leaveOut(unit);
      doubtful++;
    } else {
      file.write(unit);
      written++;
    }
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
}
