package ballast.spark.list;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A list of documents, wherever it stands. */
public interface PairSource {

  /** So many entries are looked at in one go. */
  long STEP = 100_000;

  /** How many entries it has, unusable ones included. */
  long size();

  /**
   * The entries with these numbers, counted from 0, in order.
   *
   * @param before what the corpus has already
   */
  List<Waiting> entries(long start, long end, DoneDocuments before);

  /**
   * All entries, in order; made as they are asked for.
   *
   * @param before what the corpus has already
   */
  default Stream<Waiting> all(DoneDocuments before) {
    return Stream.iterate(0L, start -> start < size(), start -> start + STEP)
        .flatMap(start -> entries(start, Math.min(size(), start + STEP), before).stream());
  }

  /**
   * Whether a name is that of a place in this list, as those entries have that name no document.
   * The place need not be there any more.
   */
  boolean isPlace(String name);

  /**
   * These entries for the tasks, in any order, with the bytes of the files if the list has them.
   *
   * @param slices the number of partitions
   */
  Dataset<Row> rows(List<Waiting> entries, int slices);

  /**
   * Looks for damage of the list that made a stretch fail. What is found is refused from now on.
   *
   * @return whether something was found
   */
  boolean findsDamage(long start, long end);
}
