package ballast.format.unit;

import ballast.bitext.Unit;
import java.io.IOException;
import java.util.List;

/** Where the units of an export go: one class a format; {@link UnitFormat#begin} makes them. */
public interface UnitSink {

  void write(Unit unit) throws IOException;

  /** Passes over a unit that only is a neighbour. */
  void leaveOut(Unit unit) throws IOException;

  /** Writes the end; what the user should know of what was written. */
  List<String> finish() throws IOException;
}
