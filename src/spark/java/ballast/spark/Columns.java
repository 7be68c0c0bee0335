package ballast.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the tables in {@code OUT}; the manual page {@code corpus.md} lists them. */
final class Columns {

  /** What is known of a document; the same in each of its rows. */
  static final StructType DOCUMENT =
      new StructType()
          .add("document", DataTypes.StringType, false)
          .add("seq", DataTypes.LongType, false)
          .add("source_file", DataTypes.StringType, false)
          .add("target_file", DataTypes.StringType, false)
          .add("source_sha256", DataTypes.StringType, false)
          .add("target_sha256", DataTypes.StringType, false)
          .add("settings", DataTypes.StringType, false);

  /** A bead of a document. */
  static final StructType BEAD =
      new StructType()
          .add("source_lang", DataTypes.StringType, false)
          .add("target_lang", DataTypes.StringType, false)
          .add("bead", DataTypes.IntegerType, false)
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

  /** Why a document was rejected. */
  static final StructType REJECT =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, false)
          .add("hint", DataTypes.StringType, false)
          .add("bug", DataTypes.BooleanType, false)
          .add("trace", DataTypes.StringType, false);

  private Columns() {}
}
