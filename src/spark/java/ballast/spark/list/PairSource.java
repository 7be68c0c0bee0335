package ballast.spark.list;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A list of documents, in any form. */
public interface PairSource {

  /** Number of entries read at once. */
  long STEP = 100_000;

  /** The number of entries, including unusable ones. */
  long size();

  /**
   * The entries with these numbers, counted from 0, in order.
   *
   * @param before the documents already in the corpus
   */
  List<Waiting> entries(long start, long end, DoneDocuments before);

  /**
   * All entries, in order, read on demand.
   *
   * @param before the documents already in the corpus
   */
  default Stream<Waiting> all(DoneDocuments before) {
    return Stream.iterate(0L, start -> start < size(), start -> start + STEP)
        .flatMap(start -> entries(start, Math.min(size(), start + STEP), before).stream());
  }

  /**
   * Whether a name is a place in this list: entries without a document have such names. The place
   * need not exist any more.
   */
  boolean isPlace(String name);

  /**
   * These entries for the tasks, in any order, with the bytes of the files if the list has them.
   *
   * @param slices the number of partitions
   */
  Dataset<Row> rows(List<Waiting> entries, int slices);

  /**
   * Whether the list has damage that made a stretch fail. Damaged files are rejected from now on.
   */
  boolean findsDamage(long start, long end);
}
