package ballast.memory.sqlite;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.memory.FuzzyQuery;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index in the file that is damaged, or of another version. */
final class DamagedIndexTest extends SqliteTest {

  private static FuzzyQuery source(String text) {
    return FuzzyQuery.of(text, Side.SOURCE);
  }

  @Test
  void aDamagedIndexIsNoticedAndCanBeMadeAgain() throws SQLException {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", 3_000, 1));
      assertThat(memory.database().number("SELECT count(*) FROM fuzzy_part")).isPositive();
      assertThat(memory.verifyIndex(20)).isEmpty();
    }
    MemoryOpenerTest.sql(file(), "UPDATE fuzzy_block SET bytes = zeroblob(length(bytes))");
    try (SqlMemory memory = write()) {
      assertRefused(() -> memory.search(source("第5句说的是粮食的价格和道路，编号1。")), "is damaged");
      assertThat(memory.verifyIndex(20)).isNotEmpty();
      memory.rebuildIndex();
      assertThat(memory.verifyIndex(20)).isEmpty();
      assertThat(memory.search(source("第5句说的是粮食的价格和道路，编号1。"))).isNotEmpty();
    }
  }

  @Test
  void anIndexThatMissesUnitsIsNoticed() throws SQLException {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", 3_000, 1));
    }
    MemoryOpenerTest.sql(file(), "DELETE FROM fuzzy_part WHERE side = 0");
    try (SqlMemory memory = write()) {
      assertThat(memory.verifyIndex(20)).isNotEmpty();
    }
  }

  /** 1001: the parts before gaps were packed as they are now. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1001})
  void partsOfAnotherVersionAreMadeAgainByTheNextCommandThatWrites(int version)
      throws SQLException {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", 3_000, 1));
    }
    MemoryOpenerTest.sql(file(), "UPDATE fuzzy_state SET version = " + version);
    MemoryOpenerTest.sql(file(), "UPDATE fuzzy_block SET bytes = x''");
    String text = "第7句说的是粮食的价格和道路，编号1。";
    try (SqlMemory reader = read()) {
      assertThat(reader.search(source(text)).get(0).score()).isEqualTo(100);
    }
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("new", "船", "a"));
      assertThat(memory.database().number("SELECT covered FROM fuzzy_state")).isEqualTo(3_001);
      assertThat(memory.search(source(text)).get(0).score()).isEqualTo(100);
      assertThat(memory.verifyIndex(20)).isEmpty();
    }
  }
}
