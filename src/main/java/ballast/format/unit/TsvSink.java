package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Unit;
import ballast.format.table.TsvLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Writes tab-separated lines. */
final class TsvSink implements UnitSink {

  private final Writer out;

  TsvSink(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
  }

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
