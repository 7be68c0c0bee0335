package ballast.spark;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.JobMessage;
import ballast.app.corpus.UnitStream.SentUnits;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.store.CodesColumn;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import ballast.spark.corpus.CorpusFolders;
import ballast.spark.corpus.CorpusTable;
import ballast.spark.corpus.Shards;
import ballast.spark.job.Messages;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Sends the units of a corpus to the process that started the job, in the order of the list. */
final class UnitSender {

  /** Number of rows in the driver at a time. */
  private static final int UNITS_A_PARTITION = 50_000;

  private static final String SOURCE_LANG = "source_lang";
  private static final String TARGET_LANG = "target_lang";

  private final SparkSession spark;
  private final UnitsJob job;
  private final Messages messages;

  UnitSender(SparkSession spark, UnitsJob job, Messages messages) {
    this.spark = spark;
    this.job = job;
    this.messages = messages;
  }

  /**
   * @throws ballast.bitext.InputException if the folder is not a corpus folder
   */
  SentUnits send() {
    CorpusUnits wanted = job.units();
    CorpusFolder folder =
        CorpusFolders.aligned(
            spark.sparkContext().hadoopConfiguration(), wanted.directory(), wanted.folder());
    folder.settle();
    CorpusTable table = CorpusTable.of(spark, folder, wanted);
    return table.reading(() -> send(table));
  }

  private Dataset<Row> wanted(Dataset<Row> units) {
    if (job.languages().equals(UnitLanguages.ALL)) {
      return units;
    }
    Object[] admitted =
        units.select(SOURCE_LANG, TARGET_LANG).distinct().collectAsList().stream()
            .filter(row -> job.languages().admit(lang(row, 0), lang(row, 1)))
            .map(row -> row.getString(0) + " " + row.getString(1))
            .toArray();
    return units.where(
        functions
            .concat_ws(" ", functions.col(SOURCE_LANG), functions.col(TARGET_LANG))
            .isin(admitted));
  }

  private static Lang lang(Row row, int column) {
    return new Lang(row.getString(column));
  }

  private SentUnits send(CorpusTable table) {
    Dataset<Row> units = wanted(table.units());
    table.shuffle(units.count());
    List<Shards.Shard> shards = Shards.of(units, job.most());
    String source = shards.isEmpty() ? "" : sourceLanguage(units);
    int end = job.onward() ? shards.size() : Math.min(shards.size(), job.shard() + 1);
    for (int i = job.shard(); i < end; i++) {
      send(units, shards.get(i), source);
    }
    return new SentUnits(shards.size());
  }

  /** The language of all source texts; empty if there are several. */
  private static String sourceLanguage(Dataset<Row> units) {
    List<Row> languages = units.select(SOURCE_LANG).distinct().limit(2).collectAsList();
    return languages.size() == 1 ? languages.get(0).getString(0) : "";
  }

  private void send(Dataset<Row> units, Shards.Shard shard, String source) {
    messages.send(JobMessage.of(JobMessage.Kind.PROGRESS, 0, shard.units(), source));
    int partitions = (int) (1 + shard.units() / UNITS_A_PARTITION);
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    Iterator<Row> rows =
        units
            .where(functions.col(Columns.SEQ).between(shard.first(), shard.last()))
            .orderBy(Columns.SEQ, Columns.BEAD_NUMBER)
            .select(
                Columns.DOCUMENT_NAME,
                Columns.BEAD_NUMBER,
                SOURCE_LANG,
                TARGET_LANG,
                "source",
                "target",
                "score",
                "codes")
            .toLocalIterator();
    while (rows.hasNext()) {
      messages.send(UnitRow.of(unit(rows.next())));
    }
  }

  private static Unit unit(Row row) {
    return new Unit(
        "",
        lang(row, 2),
        lang(row, 3),
        row.getString(4),
        row.getString(5),
        Provenance.aligned(
            row.getString(0), row.getInt(1), /* author= */ "", Instant.EPOCH, row.getDouble(6)),
        CodesColumn.read(row.getString(7)));
  }
}
