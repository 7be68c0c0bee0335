package ballast.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.memory.FuzzyQuery;
import ballast.memory.TextKey;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.MemoryOpener;
import ballast.memory.sqlite.SqliteStore;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index and what other connections write while it is built. */
final class IndexKeeperTest {

  private static final String CHANGED = "港口昨天晚上关了。";

  @Test
  @Timeout(60)
  void aTextThatChangesWhileTheIndexIsBuiltIsFound(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("doc", 50, 1));
    }
    CompletableFuture<Void> built = new CompletableFuture<>();
    try (Database other = MemoryOpener.writer(file, Revisions.options())) {
      other.write(
          () -> {
            Thread builder = new Thread(() -> build(file, built));
            builder.start();
            // It has read the units when it waits for this transaction to end.
            while (builder.isAlive() && !isWriting(builder)) {
              Thread.onSpinWait();
            }
            other.update(
                "UPDATE unit SET source = ?, source_key = ? WHERE id = 1",
                CHANGED,
                TextKey.stored(CHANGED));
            return builder;
          });
    }
    built.join();
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.search(FuzzyQuery.of(CHANGED, Side.SOURCE))).hasSize(1);
      assertThat(memory.verifyIndex(50)).isEmpty();
    }
  }

  private static void build(Path file, CompletableFuture<Void> built) {
    try (Database database = MemoryOpener.writer(file, Revisions.options())) {
      new IndexKeeper(database).extend();
      built.complete(null);
    } catch (SQLException | RuntimeException e) {
      built.completeExceptionally(e);
    }
  }

  private static boolean isWriting(Thread builder) {
    return Arrays.stream(builder.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals(Database.class.getName())
                    && frame.getMethodName().equals("write"));
  }
}
