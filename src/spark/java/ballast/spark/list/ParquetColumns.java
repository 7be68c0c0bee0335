package ballast.spark.list;

import ballast.bitext.InputException;
import ballast.spark.corpus.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a list in Parquet: the document's name, and the two files by name, as bytes, or
 * both.
 */
record ParquetColumns(boolean hasBytes, boolean hasNames) {

  static final String SOURCE = "source";
  static final String TARGET = "target";
  static final String FILE = "list_file";
  static final String ROW = "list_row";

  static final String NEEDED =
      "document, and source and target (bytes or text) or source_file and target_file (names)";

  private static final List<DataType> TEXT = List.of(DataTypes.StringType);
  private static final List<DataType> TEXT_OR_BYTES =
      List.of(DataTypes.StringType, DataTypes.BinaryType);

  /**
   * The columns of a table.
   *
   * @throws InputException if columns are missing, or one has an unusable type
   */
  static ParquetColumns of(StructType schema, String file) {
    Set<String> names = Arrays.stream(schema.fieldNames()).collect(Collectors.toSet());
    boolean hasBytes = names.contains(SOURCE) && names.contains(TARGET);
    boolean hasNames = names.contains(Columns.SOURCE_FILE) && names.contains(Columns.TARGET_FILE);
    if (!names.contains(Columns.DOCUMENT_NAME) || (!hasBytes && !hasNames)) {
      throw new InputException(
          "the list \"" + file + "\" has the columns " + String.join(", ", schema.fieldNames()),
          "it needs " + NEEDED);
    }
    if (hasBytes) {
      requireType(schema, file, SOURCE, TEXT_OR_BYTES);
      requireType(schema, file, TARGET, TEXT_OR_BYTES);
    }
    if (hasNames) {
      requireType(schema, file, Columns.SOURCE_FILE, TEXT);
      requireType(schema, file, Columns.TARGET_FILE, TEXT);
    }
    return new ParquetColumns(hasBytes, hasNames);
  }

  private static void requireType(
      StructType schema, String file, String column, List<DataType> allowed) {
    DataType type = schema.apply(column).dataType();
    if (!allowed.contains(type)) {
      throw new InputException(
          "the column " + column + " of the list \"" + file + "\" is " + type.simpleString(),
          "it must be "
              + allowed.stream().map(DataType::simpleString).collect(Collectors.joining(" or ")));
    }
  }

  /** The number of the row, the document, and the names of both files. */
  Column[] names() {
    Column document = functions.col(Columns.DOCUMENT_NAME).cast(DataTypes.StringType);
    return new Column[] {
      row(),
      document,
      hasNames
          ? functions.col(Columns.SOURCE_FILE)
          : functions.concat(document, functions.lit(" (source)")),
      hasNames
          ? functions.col(Columns.TARGET_FILE)
          : functions.concat(document, functions.lit(" (target)"))
    };
  }

  /** The number of a row in its file, from 0. */
  static Column row() {
    return functions.col("_metadata.row_index").as(ROW);
  }

  static Column file() {
    return functions.col("_metadata.file_path").as(FILE);
  }
}
