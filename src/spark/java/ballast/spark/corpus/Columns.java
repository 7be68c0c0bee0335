package ballast.spark.corpus;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the tables in {@code OUT}; the manual page {@code corpus.md} lists them. */
public final class Columns {

  public static final String DOCUMENT_NAME = "document";
  public static final String SEQ = "seq";
  public static final String SOURCE_FILE = "source_file";
  public static final String TARGET_FILE = "target_file";
  public static final String SOURCE_SHA256 = "source_sha256";
  public static final String TARGET_SHA256 = "target_sha256";
  public static final String SETTINGS = "settings";
  public static final String BEAD_NUMBER = "bead";
  public static final String COPIES = "copies";
  public static final String NEAR = "near";
  public static final String NEAR_SEQ = "near_seq";
  public static final String NEAR_BEAD = "near_bead";
  public static final String NEAR_SCORE = "near_score";

  /** The data of a document, repeated in each of its rows. */
  public static final StructType DOCUMENT =
      new StructType()
          .add(DOCUMENT_NAME, DataTypes.StringType, false)
          .add(SEQ, DataTypes.LongType, false)
          .add(SOURCE_FILE, DataTypes.StringType, false)
          .add(TARGET_FILE, DataTypes.StringType, false)
          .add(SOURCE_SHA256, DataTypes.StringType, false)
          .add(TARGET_SHA256, DataTypes.StringType, false)
          .add(SETTINGS, DataTypes.StringType, false);

  public static final StructType BEAD =
      new StructType()
          .add("source_lang", DataTypes.StringType, false)
          .add("target_lang", DataTypes.StringType, false)
          .add(BEAD_NUMBER, DataTypes.IntegerType, false)
          .add("links", DataTypes.StringType, false)
          .add("type", DataTypes.StringType, false)
          .add("unit", DataTypes.BooleanType, false)
          .add("moved", DataTypes.BooleanType, false)
          .add("status", DataTypes.StringType, false)
          .add("score", DataTypes.DoubleType, false)
          .add("source", DataTypes.StringType, false)
          .add("target", DataTypes.StringType, false)
          .add("codes", DataTypes.StringType, false)
          .add("reasons", DataTypes.StringType, false);

  public static final StructType REJECT =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, false)
          .add("hint", DataTypes.StringType, false)
          .add("bug", DataTypes.BooleanType, false)
          .add("trace", DataTypes.StringType, false);

  /** A unit in {@code deduped}, and the unit that it duplicates. */
  public static final StructType DEDUPED =
      joined(
          DOCUMENT,
          BEAD,
          new StructType()
              .add(COPIES, DataTypes.IntegerType, false)
              .add(NEAR, DataTypes.StringType, false)
              .add(NEAR_SEQ, DataTypes.LongType, false)
              .add(NEAR_BEAD, DataTypes.IntegerType, false)
              .add(NEAR_SCORE, DataTypes.IntegerType, false));

  private Columns() {}

  public static StructType joined(StructType... parts) {
    StructType joined = new StructType();
    for (StructType part : parts) {
      for (StructField field : part.fields()) {
        joined = joined.add(field);
      }
    }
    return joined;
  }

  /** These columns, made non-null. */
  public static Column[] of(StructType columns) {
    return Arrays.stream(columns.fields())
        .map(field -> present(field.name(), field.dataType()))
        .toArray(Column[]::new);
  }

  private static Column present(String name, DataType type) {
    return functions.coalesce(functions.col(name), functions.lit(empty(type)).cast(type)).as(name);
  }

  private static Object empty(DataType type) {
    return type.equals(DataTypes.StringType) ? "" : type.equals(DataTypes.BooleanType) ? false : 0;
  }
}
