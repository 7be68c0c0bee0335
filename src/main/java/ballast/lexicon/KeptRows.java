package ballast.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The rows of common words, which almost every document asks for and which take the longest to
 * read. They take some 4 MB at most. Thread-safe.
 */
final class KeptRows {

  /** Words with fewer entries are quickly read again. */
  private static final int MIN_ENTRIES = 64;

  /** The bundled lexicon has 517,000 entries of words with so many. */
  private static final int MAX_ENTRIES = 600_000;

  private final Map<Integer, EntryRow> rows = new ConcurrentHashMap<>();
  private final AtomicInteger entries = new AtomicInteger();

  @Nullable EntryRow of(int word) {
    return rows.get(word);
  }

  void keep(int word, EntryRow row) {
    if (row.size() >= MIN_ENTRIES
        && entries.get() + row.size() <= MAX_ENTRIES
        && rows.putIfAbsent(word, row) == null) {
      entries.addAndGet(row.size());
    }
  }
}
