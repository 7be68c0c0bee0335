package ballast.format.unit;

import ballast.bitext.Unit;
import java.io.IOException;
import java.util.List;

/**
 * Takes the units of an export. There is one class for each format; {@link UnitFormat#begin} makes
 * them.
 */
public interface UnitSink {

  /**
   * Writes a unit.
   *
   * @return whether the file has it: some formats hold one pair of languages only, and leave the
   *     units of others out
   */
  boolean write(Unit unit) throws IOException;

  /** Leaves a unit out; it still counts as a neighbour. */
  void leaveOut(Unit unit) throws IOException;

  /** Writes the end and returns warnings for the user about what was written. */
  List<String> finish() throws IOException;
}
