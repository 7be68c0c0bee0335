package ballast.spark.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.memory.TextKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a unit, as for {@code tm dedupe}: its languages and the keys of both texts, as a
 * SHA-256.
 */
public final class UnitKeys implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final String KEY = "key";
  private static final StructType COLUMNS =
      new StructType()
          .add(KEY, DataTypes.BinaryType, false)
          .add(CorpusTable.ID, DataTypes.LongType, false);

  private transient @Nullable MessageDigest digest;

  private UnitKeys() {}

  /** The first unit of each key, with the number of units with that key: {@code id, copies}. */
  public static Dataset<Row> firsts(Dataset<Row> units) {
    return units
        .select(
            functions.col(CorpusTable.ID),
            functions.col("source_lang"),
            functions.col("target_lang"),
            functions.col("source"),
            functions.col("target"))
        .map(new UnitKeys(), Encoders.row(COLUMNS))
        .groupBy(KEY)
        .agg(
            functions.min(CorpusTable.ID).as(CorpusTable.ID),
            functions.count(functions.lit(1)).cast(DataTypes.IntegerType).as(Columns.COPIES))
        .drop(KEY);
  }

  @Override
  public Row call(Row unit) {
    MessageDigest key = digest == null ? Sha256.newDigest() : digest;
    digest = key;
    add(key, unit.getString(1));
    add(key, unit.getString(2));
    add(key, TextKey.of(unit.getString(3)));
    add(key, TextKey.of(unit.getString(4)));
    return RowFactory.create(key.digest(), unit.getLong(0));
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
