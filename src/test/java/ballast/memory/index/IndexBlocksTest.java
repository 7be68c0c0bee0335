package ballast.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Side;
import ballast.likeness.index.BlockSource;
import ballast.likeness.index.Effort;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of an index, and what other connections write while it is built. */
final class IndexBlocksTest {

  private static final int FIRST = 100;
  private final SqlMemory memory = SqliteStore.inNoFile(Revisions.options());
  private final Effort effort = new Effort();

  @BeforeEach
  void writeBlocks() {
    IndexBlocks blocks = new IndexBlocks(memory.database(), IndexBlocks.TABLE, 0, effort);
    for (int i = 0; i < 10; i++) {
      blocks.to(FIRST).block(i, new byte[] {(byte) i, 7});
    }
  }

  @AfterEach
  void close() {
    memory.close();
  }

  private BlockSource source(long capacity) {
    return new IndexBlocks(memory.database(), IndexBlocks.TABLE, capacity, effort).from(FIRST);
  }

  @Test
  void preparedBlocksAreReadOnce() {
    BlockSource source = source(1_000);
    source.block(4);
    source.prepare(1, 8);
    assertThat(effort.blocks()).isEqualTo(7);
    for (int i = 1; i < 8; i++) {
      assertThat(source.block(i)).containsExactly(i, 7);
    }
    assertThat(effort.blocks()).isEqualTo(7);
  }

  @Test
  void withoutMemoryNothingIsPrepared() {
    BlockSource source = source(0);
    source.prepare(0, 10);
    assertThat(effort.blocks()).isZero();
    assertThat(source.block(3)).containsExactly(3, 7);
  }

  @Test
  void moreThanThereIsRoomForIsReadAgain() {
    BlockSource source = source(6);
    source.prepare(0, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(source.block(i)).containsExactly(i, 7);
    }
  }

  @Test
  void aDamagedBlockIsNamedWhenItIsWanted() throws SQLException {
    memory.database().execute("UPDATE fuzzy_block SET bytes = x'0009' WHERE id = " + (FIRST + 5));
    memory.database().execute("DELETE FROM fuzzy_block WHERE id = " + (FIRST + 6));
    BlockSource source = source(1_000);
    source.prepare(0, 10);
    assertThat(source.block(4)).containsExactly(4, 7);
    assertThatThrownBy(() -> source.block(5))
        .hasMessage("block 105 of the index is missing or damaged");
    assertThatThrownBy(() -> source.block(6))
        .hasMessage("block 106 of the index is missing or damaged");
  }

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
