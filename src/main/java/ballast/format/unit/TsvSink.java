package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/**
 * Writes tab-separated lines, texts as they are or {@link SafeCell}s. Lines name the languages
 * unless these are zh-CN and en-US.
 */
final class TsvSink implements UnitSink {

  private final Writer out;
  private final boolean spreadsheet;

  TsvSink(OutputStream out, SinkOptions options) {
    this.spreadsheet = options.spreadsheet();
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
  }

  @Override
  public boolean write(Unit unit) throws IOException {
    String line =
        TsvLine.of(
            cell(unit.source()),
            cell(unit.target()),
            cell(unit.provenance().document()),
            unit.provenance().status().label(),
            unit.id());
    boolean isUsual = unit.sourceLang().equals(Lang.ZH_CN) && unit.targetLang().equals(Lang.EN_US);
    String languages = TsvLine.of(unit.sourceLang().tag(), unit.targetLang().tag());
    out.write(isUsual ? line : line + "\t" + languages);
    out.write("\n");
    return true;
  }

  private String cell(String text) {
    return spreadsheet ? SafeCell.written(text) : text;
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
