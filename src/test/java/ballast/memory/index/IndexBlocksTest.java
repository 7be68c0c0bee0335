package ballast.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.likeness.index.BlockSource;
import ballast.likeness.index.Effort;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.SqliteStore;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
