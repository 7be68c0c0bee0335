package ballast.spark.list;

import ballast.bitext.InputException;
import ballast.spark.corpus.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The documents already in a corpus, by name. */
public record DoneDocuments(Map<String, Done> documents) {

  public static final DoneDocuments NONE = new DoneDocuments(Map.of());

  /** The SHA-256 of both files, separated by a blank, and the document's number in the corpus. */
  record Done(String files, long seq) {}

  /**
   * Reads the documents from the table of beads: each document has a first bead.
   *
   * @param settings those of this run
   * @throws InputException if the corpus was made with other settings
   */
  public static DoneDocuments in(Dataset<Row> beads, String settings, String out) {
    Dataset<Row> first = beads.where(functions.col(Columns.BEAD_NUMBER).equalTo(1));
    List<Row> others =
        first
            .where(functions.col(Columns.SETTINGS).notEqual(settings))
            .select(Columns.SETTINGS)
            .limit(1)
            .collectAsList();
    if (!others.isEmpty()) {
      throw new InputException(
          "\"" + out + "\" was aligned with other settings: " + others.get(0).getString(0),
          "name a new folder with -o, or use the same options, glossaries and memory");
    }
    Map<String, Done> documents = new HashMap<>();
    first
        .select(Columns.DOCUMENT_NAME, Columns.SOURCE_SHA256, Columns.TARGET_SHA256, Columns.SEQ)
        .toLocalIterator()
        .forEachRemaining(
            row ->
                documents.put(
                    row.getString(0),
                    new Done(row.getString(1) + " " + row.getString(2), row.getLong(3))));
    return new DoneDocuments(documents);
  }

  /** {@link Done#files} of a document; empty if the corpus does not have it. */
  String of(String document) {
    Done done = documents.get(document);
    return done == null ? "" : done.files();
  }

  public boolean has(String document) {
    return documents.containsKey(document);
  }

  /** Whether the corpus has a document with this number. */
  public boolean isAt(String document, long seq) {
    Done done = documents.get(document);
    return done != null && done.seq() == seq;
  }

  /** The highest number of a document; 0 if there is none. */
  public long last() {
    return documents.values().stream().mapToLong(Done::seq).max().orElse(0);
  }
}
