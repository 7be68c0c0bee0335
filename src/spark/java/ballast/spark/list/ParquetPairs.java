package ballast.spark.list;

import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.PairList;
import ballast.app.align.PairList.TakenPairs;
import ballast.bitext.InputException;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.ParquetFile;
import ballast.spark.corpus.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A list in Parquet, with the bytes or the names of the files; see {@link ParquetColumns}. Its
 * order is that of the Parquet files by name, and of their rows.
 */
public final class ParquetPairs implements PairSource {

  private static final StructType WITH_PLACE =
      Waiting.SCHEMA
          .add(ParquetColumns.FILE, DataTypes.StringType, false)
          .add(ParquetColumns.ROW, DataTypes.LongType, false);

  /** A row of a file; its number is -1 if the whole file is rejected. */
  private record Entry(ParquetFile file, long row, Waiting waiting) {}

  private final SparkSession spark;
  private final Workplace workplace;
  private final String name;
  private final List<Entry> entries = new ArrayList<>();
  private final TakenPairs taken = new TakenPairs("the column document");
  private final Set<ParquetFile> damaged = new LinkedHashSet<>();

  /**
   * @param name of the list, as given by the user
   * @param files in order
   * @throws InputException if there are no pairs, or a file lacks a column
   */
  public ParquetPairs(
      SparkSession spark, Workplace workplace, String name, List<ParquetFile> files) {
    this.spark = spark;
    this.workplace = workplace;
    this.name = name;
    files.forEach(this::read);
    if (entries.isEmpty()) {
      throw new InputException(
          "the list names no pairs", "it needs a row for each: " + ParquetColumns.NEEDED);
    }
  }

  private void read(ParquetFile file) {
    List<Row> rows;
    ParquetColumns columns;
    try {
      Dataset<Row> table = file.read(spark);
      columns = ParquetColumns.of(table.schema(), file.name());
      rows = table.select(columns.names()).collectAsList();
    } catch (InputException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (!file.isDamage(e, spark)) {
        throw e;
      }
      long seq = entries.size() + 1L;
      entries.add(new Entry(file, -1, refused(seq, file.name(), "", file.damage(e), "")));
      return;
    }
    for (Row row : rows) {
      entries.add(new Entry(file, row.getLong(0), waiting(columns, file, row)));
    }
  }

  private Waiting waiting(ParquetColumns columns, ParquetFile file, Row row) {
    long seq = entries.size() + 1L;
    String place = file.name() + ":" + (row.getLong(0) + 1);
    String document = row.getString(1);
    if (document == null || document.isBlank()) {
      return refused(seq, place, place, "the document has no name", "fill the column document");
    }
    List<Path> paths;
    try {
      paths = paths(columns, row.getString(2), row.getString(3));
    } catch (InputException e) {
      return refused(seq, document, place, String.valueOf(e.getMessage()), e.hint());
    }
    try {
      taken.take(place, paths, document);
    } catch (InputException e) {
      return refused(seq, place, place, String.valueOf(e.getMessage()), e.hint());
    }
    PairList.Pair pair =
        new PairList.Pair(place, new Article(row.getString(2), row.getString(3), document));
    return paths.isEmpty()
        ? new Waiting(seq, pair, "", "", "", null)
        : new Waiting(seq, pair, paths.get(0).toString(), paths.get(1).toString(), "", null);
  }

  /** The paths of both files; empty if their bytes are in the list. */
  private List<Path> paths(
      ParquetColumns columns, @Nullable String source, @Nullable String target) {
    if (source == null || target == null) {
      throw new InputException("the name of a file is null", "fill the column");
    }
    if (columns.hasBytes()) {
      return List.of();
    }
    if (source.isBlank() || target.isBlank()) {
      throw new InputException(
          "the name of a file is empty",
          "fill the column " + (source.isBlank() ? Columns.SOURCE_FILE : Columns.TARGET_FILE));
    }
    return List.of(workplace.resolve(source), workplace.resolve(target));
  }

  private static Waiting refused(
      long seq, String document, String place, String reason, String hint) {
    PairList.Pair pair = new PairList.Pair(place, new Article("", "", document));
    String said = place.isEmpty() ? reason : place + ": " + reason;
    return new Waiting(seq, pair, "", "", "", new Waiting.Refusal(said, hint));
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public List<Waiting> entries(long start, long end, DoneDocuments before) {
    return entries.subList((int) start, (int) end).stream()
        .map(Entry::waiting)
        .map(waiting -> waiting.after(before))
        .toList();
  }

  /** A file of the list, or a row of one; its files may have been renamed. */
  @Override
  public boolean isPlace(String document) {
    if (!document.startsWith(name)) {
      return false;
    }
    return document.substring(name.length()).matches("(/.*\\.parquet)?(:[0-9]+)?");
  }

  @Override
  public Dataset<Row> rows(List<Waiting> wanted, int slices) {
    List<Row> plain = new ArrayList<>();
    List<Row> placed = new ArrayList<>();
    Set<ParquetFile> files = new LinkedHashSet<>();
    for (Waiting waiting : wanted) {
      Entry entry = entries.get((int) waiting.seq() - 1);
      if (damaged.contains(entry.file()) && waiting.refusal() == null) {
        plain.add(waiting.refusing(entry.file().damage()).row());
      } else if (waiting.refusal() != null || !waiting.sourcePath().isEmpty()) {
        plain.add(waiting.row());
      } else {
        files.add(entry.file());
        placed.add(placed(waiting.row(), entry));
      }
    }
    Dataset<Row> named =
        spark
            .createDataFrame(plain, Waiting.SCHEMA)
            .withColumn(Waiting.SOURCE_BYTES, functions.lit(null).cast(DataTypes.BinaryType))
            .withColumn(Waiting.TARGET_BYTES, functions.lit(null).cast(DataTypes.BinaryType));
    Dataset<Row> all =
        placed.isEmpty() ? named : named.unionByName(withBytes(placed, List.copyOf(files)));
    return all.repartition(slices);
  }

  private static Row placed(Row row, Entry entry) {
    Object[] cells = new Object[WITH_PLACE.length()];
    for (int i = 0; i < row.length(); i++) {
      cells[i] = row.get(i);
    }
    cells[row.length()] = entry.file().uri();
    cells[row.length() + 1] = entry.row();
    return RowFactory.create(cells);
  }

  private Dataset<Row> withBytes(List<Row> placed, List<ParquetFile> files) {
    String[] paths = files.stream().map(ParquetFile::path).toArray(String[]::new);
    Column[] bytes = {
      ParquetColumns.file(),
      ParquetColumns.row(),
      functions.col(ParquetColumns.SOURCE).cast(DataTypes.BinaryType).as(Waiting.SOURCE_BYTES),
      functions.col(ParquetColumns.TARGET).cast(DataTypes.BinaryType).as(Waiting.TARGET_BYTES)
    };
    Dataset<Row> contents = Tables.read(spark, paths).select(bytes);
    Dataset<Row> wanted = functions.broadcast(spark.createDataFrame(placed, WITH_PLACE));
    return contents
        .join(wanted, new String[] {ParquetColumns.FILE, ParquetColumns.ROW}, "inner")
        .drop(ParquetColumns.FILE, ParquetColumns.ROW);
  }

  /** Reads each file of a stretch to its end, to find the unreadable one. */
  @Override
  public boolean findsDamage(long start, long end) {
    int known = damaged.size();
    Set<ParquetFile> files = new LinkedHashSet<>();
    entries.subList((int) start, (int) end).forEach(entry -> files.add(entry.file()));
    files.removeAll(damaged);
    for (ParquetFile file : files) {
      if (file.isDamaged(spark)) {
        damaged.add(file);
      }
    }
    return damaged.size() > known;
  }
}
