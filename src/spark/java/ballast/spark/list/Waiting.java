package ballast.spark.list;

import ballast.app.align.Article;
import ballast.app.align.PairList;
import ballast.spark.corpus.Columns;
import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A document to align, as a row.
 *
 * @param seq its place in the list, from 1
 * @param sourcePath path of the source file; empty if its bytes are in the row
 * @param targetPath the same for the target file
 * @param before both SHA-256 of its files in the corpus, separated by a blank; empty if it is new
 * @param refusal why it cannot be aligned; null if it can
 */
public record Waiting(
    long seq,
    PairList.Pair pair,
    String sourcePath,
    String targetPath,
    String before,
    @Nullable Refusal refusal) {

  /** The problem of an entry of the list. */
  public record Refusal(String reason, String hint) implements Serializable {}

  /** The columns of {@link #row}, without the bytes of files. */
  static final StructType SCHEMA =
      new StructType()
          .add(Columns.SEQ, DataTypes.LongType, false)
          .add("place", DataTypes.StringType, false)
          .add(Columns.DOCUMENT_NAME, DataTypes.StringType, false)
          .add(Columns.SOURCE_FILE, DataTypes.StringType, false)
          .add(Columns.TARGET_FILE, DataTypes.StringType, false)
          .add("source_path", DataTypes.StringType, false)
          .add("target_path", DataTypes.StringType, false)
          .add("before", DataTypes.StringType, false)
          .add("refused", DataTypes.BooleanType, false)
          .add("refusal", DataTypes.StringType, false)
          .add("refusal_hint", DataTypes.StringType, false);

  static final String SOURCE_BYTES = "source_bytes";
  static final String TARGET_BYTES = "target_bytes";

  Waiting after(DoneDocuments done) {
    return new Waiting(
        seq, pair, sourcePath, targetPath, done.of(pair.article().document()), refusal);
  }

  /** The same document, rejected. */
  Waiting refusing(String reason) {
    return new Waiting(seq, pair, "", "", "", new Refusal(pair.place() + ": " + reason, ""));
  }

  Row row() {
    Article article = pair.article();
    return RowFactory.create(
        seq,
        pair.place(),
        article.document(),
        article.source(),
        article.target(),
        sourcePath,
        targetPath,
        before,
        refusal != null,
        refusal == null ? "" : refusal.reason(),
        refusal == null ? "" : refusal.hint());
  }

  /** The document of a row with the columns of {@link #SCHEMA}. */
  public static Waiting of(Row row) {
    Article article = new Article(row.getString(3), row.getString(4), row.getString(2));
    return new Waiting(
        row.getLong(0),
        new PairList.Pair(row.getString(1), article),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getBoolean(8) ? new Refusal(row.getString(9), row.getString(10)) : null);
  }
}
