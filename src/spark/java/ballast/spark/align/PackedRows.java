package ballast.spark.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.spark.corpus.Columns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The result for a document, as one row of {@link #SCHEMA}. The rows of its table are packed as
 * bytes until the documents of a stretch are in order, because Spark takes far longer to write,
 * read and sort some fifty rows of twenty columns.
 */
final class PackedRows implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** Whether the rows belong to the table of rejects; otherwise to that of beads. */
  static final String IS_REJECT = "is_reject";

  /** The lines of the document in a table of text, without the last line break; may be empty. */
  static final String LINES = "lines";

  private static final String ROWS = "rows";

  static final StructType SCHEMA =
      new StructType()
          .add(Columns.SEQ, DataTypes.LongType, false)
          .add(IS_REJECT, DataTypes.BooleanType, false)
          .add(LINES, DataTypes.StringType, false)
          .add(ROWS, DataTypes.BinaryType, false);

  private final StructType rest;

  /**
   * Unpacks rows.
   *
   * @param rest the columns of the table after those of {@link Columns#DOCUMENT}
   */
  PackedRows(StructType rest) {
    this.rest = rest;
  }

  /**
   * An aligned document.
   *
   * @param document cells of {@link Columns#DOCUMENT}
   * @param beads for each bead, cells of {@link Columns#BEAD}
   */
  static Row ofBeads(long seq, Object[] document, List<Object[]> beads, String lines) {
    return RowFactory.create(seq, false, lines, bytes(document, Columns.BEAD, beads));
  }

  /**
   * A rejected document.
   *
   * @param document cells of {@link Columns#DOCUMENT}
   * @param reject cells of {@link Columns#REJECT}
   */
  static Row ofReject(long seq, Object[] document, Object[] reject) {
    List<Object[]> rows = List.<Object[]>of(reject);
    return RowFactory.create(seq, true, "", bytes(document, Columns.REJECT, rows));
  }

  static boolean isReject(Row packed) {
    return packed.getBoolean(SCHEMA.fieldIndex(IS_REJECT));
  }

  private static byte[] bytes(Object[] document, StructType rest, List<Object[]> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, Columns.DOCUMENT, document);
      out.writeInt(rows.size());
      for (Object[] row : rows) {
        write(out, rest, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // impossible in memory
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, StructType columns, Object[] cells)
      throws IOException {
    int at = 0;
    for (StructField field : columns.fields()) {
      Object cell = cells[at++];
      switch (field.dataType().typeName()) {
        case "string" -> {
          byte[] text = ((String) cell).getBytes(UTF_8);
          out.writeInt(text.length);
          out.write(text);
        }
        case "long" -> out.writeLong((Long) cell);
        case "integer" -> out.writeInt((Integer) cell);
        case "double" -> out.writeDouble((Double) cell);
        case "boolean" -> out.writeBoolean((Boolean) cell);
        default -> throw unknown(field);
      }
    }
  }

  @Override
  public Iterator<Row> call(Row packed) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(packed.<byte[]>getAs(ROWS)))) {
      Object[] document = new Object[Columns.DOCUMENT.length()];
      read(in, Columns.DOCUMENT, document, 0);
      for (int left = in.readInt(); left > 0; left--) {
        Object[] cells = new Object[document.length + rest.length()];
        System.arraycopy(document, 0, cells, 0, document.length);
        read(in, rest, cells, document.length);
        rows.add(RowFactory.create(cells));
      }
    }
    return rows.iterator();
  }

  private static void read(DataInputStream in, StructType columns, Object[] cells, int start)
      throws IOException {
    int at = start;
    for (StructField field : columns.fields()) {
      cells[at++] =
          switch (field.dataType().typeName()) {
            case "string" -> new String(in.readNBytes(in.readInt()), UTF_8);
            case "long" -> in.readLong();
            case "integer" -> in.readInt();
            case "double" -> in.readDouble();
            case "boolean" -> in.readBoolean();
            default -> throw unknown(field);
          };
    }
  }

  private static IllegalArgumentException unknown(StructField field) {
    return new IllegalArgumentException("a column of type " + field.dataType().typeName());
  }
}
