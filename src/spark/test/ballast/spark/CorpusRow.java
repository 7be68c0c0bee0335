package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.table.TsvLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row of a table in Parquet, as {@link ParquetTool} shows it. */
record CorpusRow(Map<String, String> cells) {

  /** The rows of a table of a corpus, by {@code seq} and {@code bead}. */
  static List<CorpusRow> of(Path folder, String table) throws Exception {
    String shown = table.replace('/', '-') + ".tsv";
    SparkHome.tool(folder, "table", table, shown);
    return read(folder.resolve(shown));
  }

  private static List<CorpusRow> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    List<String> names = Arrays.asList(lines.get(0).split("\t", -1));
    List<CorpusRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] texts = line.split("\t", -1);
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < texts.length; i++) {
        cells.put(names.get(i), TsvLine.text(texts[i]));
      }
      rows.add(new CorpusRow(cells));
    }
    return rows;
  }

  String get(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  long number(String column) {
    return Long.parseLong(get(column));
  }

  boolean is(String column) {
    return Boolean.parseBoolean(get(column));
  }

  /** The document and the number of the bead. */
  String place() {
    return get("document") + ":" + get("bead");
  }
}
