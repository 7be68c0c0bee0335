package ballast.spark;

import ballast.bitext.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The documents that a corpus has already.
 *
 * @param files by name of the document: the SHA-256 of its source and of its target, separated by a
 *     blank
 */
record DoneDocuments(Map<String, String> files) {

  static final DoneDocuments NONE = new DoneDocuments(Map.of());

  /**
   * Reads them from the table of beads: each document has a first bead.
   *
   * @param settings those of this run
   * @throws InputException if the corpus was made with other settings
   */
  static DoneDocuments in(Dataset<Row> beads, String settings, String out) {
    Dataset<Row> documents = beads.where(functions.col(Columns.BEAD_NUMBER).equalTo(1));
    List<Row> others =
        documents
            .where(functions.col(Columns.SETTINGS).notEqual(settings))
            .select(Columns.SETTINGS)
            .limit(1)
            .collectAsList();
    if (!others.isEmpty()) {
      throw new InputException(
          "\"" + out + "\" was aligned with other settings: " + others.get(0).getString(0),
          "name a new folder with -o, or use the same options, glossaries and memory");
    }
    Map<String, String> files = new HashMap<>();
    documents
        .select(Columns.DOCUMENT_NAME, Columns.SOURCE_SHA256, Columns.TARGET_SHA256)
        .toLocalIterator()
        .forEachRemaining(
            row -> files.put(row.getString(0), row.getString(1) + " " + row.getString(2)));
    return new DoneDocuments(files);
  }

  /** What the corpus has of a document; empty if nothing. */
  String of(String document) {
    return files.getOrDefault(document, "");
  }
}
