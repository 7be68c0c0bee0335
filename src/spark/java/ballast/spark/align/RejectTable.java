package ballast.spark.align;

import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusLayout;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.Tables;
import ballast.spark.list.DoneDocuments;
import ballast.spark.list.PairSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The table {@code rejects} of the documents that could not be aligned. */
public record RejectTable(CorpusTable table) {

  /** The stretch of the list with the row. */
  private static final String STRETCH = "reject_stretch";

  private static final String ALIGNED = "aligned_stretch";

  /** Writes the rejects of a stretch, in their order, to the work folder. */
  void write(Dataset<Row> rejects, int stretch) {
    Tables.writer(rejects).parquet(folder().work().table(stretch, CorpusLayout.REJECTS));
    Tables.writer(rejects.select(line()))
        .text(folder().work().table(stretch, CorpusLayout.REJECT_LINES));
  }

  private static Column line() {
    return functions.concat_ws(
        "\t",
        escaped(functions.col(Columns.DOCUMENT_NAME)),
        escaped(functions.col(Columns.SOURCE_FILE)),
        escaped(functions.col(Columns.TARGET_FILE)),
        functions.col("kind"),
        functions.when(functions.col("bug"), "bug").otherwise(""),
        escaped(functions.col("reason")));
  }

  private static Column escaped(Column cell) {
    Column escaped = cell;
    for (String[] pair :
        new String[][] {{"\\", "\\\\"}, {"\t", "\\t"}, {"\n", "\\n"}, {"\r", "\\r"}}) {
      escaped = functions.replace(escaped, functions.lit(pair[0]), functions.lit(pair[1]));
    }
    return escaped;
  }

  private Dataset<Row> rows() {
    return table.rows().withColumn(STRETCH, CorpusTable.stretch());
  }

  private CorpusFolder folder() {
    return table.folder();
  }

  /**
   * The rejects of all stretches from {@code first}.
   *
   * @throws ballast.bitext.InputException if a file of the table is damaged
   */
  RejectCounts countsFrom(int first) {
    return folder().has(CorpusLayout.REJECTS)
        ? table.reading(() -> RejectCounts.of(rows().where(functions.col(STRETCH).geq(first))))
        : RejectCounts.NONE;
  }

  /**
   * The currently rejected documents. An interrupted run leaves the earlier rejects of documents
   * that it has aligned or rejected again.
   *
   * @throws ballast.bitext.InputException if a file of the table is damaged
   */
  public RejectCounts counts() {
    if (!folder().has(CorpusLayout.REJECTS)) {
      return RejectCounts.NONE;
    }
    return table.reading(this::latest);
  }

  private RejectCounts latest() {
    Column last = functions.max(functions.struct(STRETCH, "kind", "bug")).as("last");
    Dataset<Row> rejects =
        rows().groupBy(Columns.DOCUMENT_NAME).agg(last).select(Columns.DOCUMENT_NAME, "last.*");
    boolean hasBeads = folder().has(CorpusLayout.BEADS);
    return RejectCounts.of(hasBeads ? withoutAligned(rejects) : rejects);
  }

  /** Removes documents aligned later. (An aligned document may be rejected later.) */
  private Dataset<Row> withoutAligned(Dataset<Row> rejects) {
    Dataset<Row> aligned =
        table
            .beside(CorpusLayout.BEADS)
            .rows()
            .where(functions.col(Columns.BEAD_NUMBER).equalTo(1))
            .select(functions.col(Columns.DOCUMENT_NAME), CorpusTable.stretch().as(ALIGNED));
    Column isLater = functions.col(STRETCH).gt(functions.col(ALIGNED));
    return rejects
        .join(
            aligned,
            rejects.col(Columns.DOCUMENT_NAME).equalTo(aligned.col(Columns.DOCUMENT_NAME)),
            "left")
        .where(functions.col(ALIGNED).isNull().or(isLater));
  }

  /**
   * Removes the rejects of earlier runs for documents in a list, and for its lines without a
   * document: they have been tried again.
   *
   * @param first the first stretch of this run
   * @param stretch receives the remaining rejects; published if there are any
   */
  void forgetThoseOf(PairSource list, int first, int stretch) {
    if (first > 0 && folder().has(CorpusLayout.REJECTS)) {
      table.reading(() -> forget(list, first, stretch));
    }
  }

  private int forget(PairSource list, int first, int stretch) {
    Dataset<Row> earlier = rows().where(functions.col(STRETCH).lt(first));
    Set<String> others = new HashSet<>();
    Column isLine =
        functions.concat(functions.col(Columns.SOURCE_FILE), functions.col(Columns.TARGET_FILE));
    earlier
        .select(functions.col(Columns.DOCUMENT_NAME), isLine.equalTo(""))
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              if (!row.getBoolean(1) || !list.isPlace(row.getString(0))) {
                others.add(row.getString(0));
              }
            });
    list.all(DoneDocuments.NONE).forEach(entry -> others.remove(entry.pair().article().document()));
    if (!others.isEmpty()) {
      List<String> names = new ArrayList<>(others);
      Dataset<Row> kept =
          earlier
              .join(
                  functions.broadcast(
                      table
                          .spark()
                          .createDataset(names, Encoders.STRING())
                          .toDF(Columns.DOCUMENT_NAME)),
                  Columns.DOCUMENT_NAME)
              .coalesce(1)
              .sortWithinPartitions(STRETCH, Columns.SEQ);
      write(kept.select(Columns.of(Columns.joined(Columns.DOCUMENT, Columns.REJECT))), stretch);
      folder().work().publish(stretch);
    }
    folder().removeRejects(first);
    return others.size();
  }
}
