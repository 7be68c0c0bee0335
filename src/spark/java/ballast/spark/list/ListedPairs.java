package ballast.spark.list;

import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.bitext.InputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A list of files that all machines see under the same names. */
public final class ListedPairs implements PairSource {

  private final SparkSession spark;
  private final Workplace workplace;
  private final String name;
  private final List<PairList.Entry> list;

  /**
   * @throws InputException if the list cannot be read or contains no pairs
   */
  public ListedPairs(SparkSession spark, Workplace workplace, String name) {
    this.spark = spark;
    this.workplace = workplace;
    this.name = name;
    this.list = PairFinder.listed(workplace, name).entries();
  }

  @Override
  public long size() {
    return list.size();
  }

  @Override
  public List<Waiting> entries(long start, long end, DoneDocuments before) {
    List<Waiting> entries = new ArrayList<>();
    for (int i = (int) start; i < end; i++) {
      entries.add(entry(i + 1, list.get(i), before));
    }
    return entries;
  }

  private Waiting entry(long seq, PairList.Entry entry, DoneDocuments before) {
    if (entry instanceof PairList.Pair pair) {
      Article article = pair.article();
      return new Waiting(
          seq,
          pair,
          workplace.resolve(article.source()).toString(),
          workplace.resolve(article.target()).toString(),
          before.of(article.document()),
          null);
    }
    PairList.Unusable unusable = (PairList.Unusable) entry;
    PairList.Pair unnamed = new PairList.Pair("", new Article("", "", unusable.name()));
    InputException reason = unusable.reason();
    return new Waiting(
        seq,
        unnamed,
        "",
        "",
        "",
        new Waiting.Refusal(String.valueOf(reason.getMessage()), reason.hint()));
  }

  @Override
  public boolean isPlace(String document) {
    return document.startsWith(name + ":")
        && document.substring(name.length() + 1).matches("[0-9]+");
  }

  @Override
  public Dataset<Row> rows(List<Waiting> entries, int slices) {
    List<Row> rows = entries.stream().map(Waiting::row).toList();
    JavaRDD<Row> parallel = new JavaSparkContext(spark.sparkContext()).parallelize(rows, slices);
    return spark.createDataFrame(parallel, Waiting.SCHEMA);
  }

  @Override
  public boolean findsDamage(long start, long end) {
    return false;
  }
}
