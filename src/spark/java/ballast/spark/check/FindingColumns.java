package ballast.spark.check;

import ballast.spark.corpus.UnitTexts;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of findings; the manual page {@code corpus.md} lists them. */
final class FindingColumns {

  static final String RULE = "rule";
  static final String SEVERITY = "severity";
  static final String TERM = "term";

  private static final StructType SPAN =
      new StructType()
          .add("start", DataTypes.IntegerType, false)
          .add("end", DataTypes.IntegerType, false);

  private static final StructType REST =
      new StructType()
          .add(RULE, DataTypes.StringType, false)
          .add(SEVERITY, DataTypes.StringType, false)
          .add("message", DataTypes.StringType, false)
          .add(TERM, DataTypes.StringType, false)
          .add("source_spans", DataTypes.createArrayType(SPAN, false), false)
          .add("target_spans", DataTypes.createArrayType(SPAN, false), false)
          .add("suggestions", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("related_document", DataTypes.StringType, false)
          .add("related_bead", DataTypes.IntegerType, false);

  /** A finding; starts with the columns of its unit. */
  static final StructType FINDING = joined(UnitTexts.COLUMNS, REST, false);

  /**
   * The rank of a finding among those of its unit: bytes that Spark sorts like Java sorts texts.
   */
  static final String RANK = "rank";

  /** The position of a finding or a trait among equal ones of its unit. */
  static final String AT = "at";

  static final String KEY = "key";
  static final String VARIANT = "variant";
  static final String ORDER = "order";
  static final String FAILURE = "failure";

  /**
   * The results for a unit: a row for a finding, for a trait (with a key, without texts), or for an
   * internal error.
   */
  static final StructType EITHER =
      joined(UnitTexts.COLUMNS, REST, true)
          .add(RANK, DataTypes.BinaryType, true)
          .add(AT, DataTypes.IntegerType, true)
          .add(KEY, DataTypes.StringType, true)
          .add(VARIANT, DataTypes.StringType, true)
          .add(ORDER, DataTypes.LongType, true)
          .add(FAILURE, DataTypes.StringType, true);

  private FindingColumns() {}

  private static StructType joined(StructType one, StructType other, boolean nullable) {
    StructType joined = new StructType();
    for (StructType part : new StructType[] {one, other}) {
      for (StructField field : part.fields()) {
        joined = joined.add(field.name(), field.dataType(), nullable);
      }
    }
    return joined;
  }
}
