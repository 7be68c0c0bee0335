package ballast.memory.sqlite;

import ballast.bitext.Lang;
import ballast.memory.TextKey;
import ballast.memory.contract.Revisions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.index.UnitFeed;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import ballast.memory.store.UnitWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Fills a memory with units that belong to no document, as an import does. */
public final class BulkMemory {

  private BulkMemory() {}

  /** Adds the pairs that {@code source} gives, Chinese and English, in one transaction. */
  public static void fill(Path file, Consumer<BiConsumer<String, String>> source) {
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      Database database = memory.database();
      database.write(
          () -> {
            UnitWriter units = new UnitWriter(database);
            Instant now = Revisions.NOON;
            long change = units.addChange("imported", now, "bench");
            long zh = units.language(Lang.ZH_CN.tag());
            long en = units.language(Lang.EN_US.tag());
            long[] id = {database.number("SELECT max(id) FROM unit")};
            source.accept(
                (chinese, english) -> {
                  id[0]++;
                  try {
                    insert(database, id[0], List.of(zh, en, change), chinese, english);
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                });
            return units;
          });
      new IndexKeeper(database).keepUp(new UnitFeed(database));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** rows: the source language's, the target language's, the change's. */
  private static void insert(
      Database database, long id, List<Long> rows, String chinese, String english)
      throws SQLException {
    database.update(
        """
        INSERT INTO unit (id, uid, source_lang, target_lang, status, confidence, created_in,
          changed_in, source_key, target_key, source, target)
        VALUES (?, ?, ?, ?, 0, 100, ?, ?, ?, ?, ?, ?)
        """,
        id,
        id * 0x9E3779B97F4AL & 0xFFFFFFFFFFFFL,
        rows.get(0),
        rows.get(1),
        rows.get(2),
        rows.get(2),
        TextKey.stored(chinese),
        TextKey.stored(english),
        chinese,
        english);
  }
}
