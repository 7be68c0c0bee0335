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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM fuzzy_part",
        "DELETE FROM fuzzy_part WHERE side = 0",
        "UPDATE fuzzy_part SET first_block = first_block + 1",
        "UPDATE fuzzy_state SET covered = 99999",
        "UPDATE fuzzy_state SET generation = generation + 1; DELETE FROM fuzzy_part",
      })
  void anIndexThatClaimsMoreThanItHasHidesNothing(String damage) throws SQLException {
    String text = "第7句说的是粮食的价格和道路，编号1。";
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", 3_000, 1));
      memory.addRevision(revision("last", "这一句谁也没有收进索引。", "b"));
    }
    MemoryOpenerTest.sql(file(), damage.split("; "));
    try (SqlMemory memory = read()) {
      assertThat(memory.search(source(text)).get(0).score()).isEqualTo(100);
      assertThat(memory.search(source("这一句谁也没有收进索引。"))).hasSize(1);
      assertThat(memory.verifyIndex(0)).anyMatch(problem -> problem.contains("says it covers"));
    }
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("new", "船", "a"));
      assertThat(memory.verifyIndex(20)).isEmpty();
    }
  }

  /** All checksums are right; one text of three thousand is another. */
  @Test
  void oneTextThatIsInNoPartIsNoticed() throws SQLException {
    SqliteStore other = new SqliteStore(folder.resolve("other.db"));
    try (SqlMemory memory = write();
        SqlMemory like = other.openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("doc", 3_000, 1));
      like.addRevision(Revisions.large("doc", 2_999, 1));
      like.addRevision(revision("last", "这一句只在那里。", "b"));
      like.rebuildIndex();
    }
    MemoryOpenerTest.sql(
        file(),
        "ATTACH '" + folder.resolve("other.db") + "' AS other",
        "DELETE FROM fuzzy_state",
        "DELETE FROM fuzzy_part",
        "DELETE FROM fuzzy_block",
        "INSERT INTO fuzzy_state SELECT * FROM other.fuzzy_state",
        "INSERT INTO fuzzy_part SELECT * FROM other.fuzzy_part",
        "INSERT INTO fuzzy_block SELECT * FROM other.fuzzy_block");
    try (SqlMemory memory = read()) {
      assertThat(memory.verifyIndex(0))
          .containsExactly("2 texts are in no part of the index that should have them");
    }
  }

  /** 1001: the parts before gaps were packed as they are now; 2001: those of characters. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1001, 2001})
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
