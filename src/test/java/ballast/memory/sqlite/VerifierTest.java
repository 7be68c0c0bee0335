package ballast.memory.sqlite;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.DocumentChange;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifierTest extends SqliteTest {

  private static final int PAGE = SqliteEngine.PAGE_SIZE;

  private Path filled() {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", 400, 1));
      memory.addRevision(revision("small", "甲乙丙。", "One two.", "丁。", "Four."));
      DocumentChange last = revision("small", "甲乙丙。", "One, two.", "戊己庚。", "Five.");
      List<PinnedBead> pins = List.of(pin("戊己庚。", "Five."), pin("甲乙丙。", "One, two."));
      memory.addRevision(last.withPins(pins));
    }
    return file();
  }

  private static PinnedBead pin(String source, String target) {
    return new PinnedBead(
        new PinnedText(source, 0), new PinnedText(target, 0), true, null, "li", Revisions.NOON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE pin SET target = 'Six.' WHERE id = 1|does not give back the texts of revision 2",
        "UPDATE pin SET taken_in = 1|has revisions that cannot be right",
        "UPDATE pin SET document = 1|has revisions that cannot be right",
        "UPDATE pin SET rank = 5|two set beads of \"small\" have the same place",
        "UPDATE pin SET type = 'POEM'|a value is missing or not of its kind",
        "UPDATE pin SET at = 'soon'|a value is missing or not of its kind",
        "INSERT INTO recorded_beads VALUES (1, x'00', '3,')|a value is missing or not of its kind",
        "UPDATE unit SET target = 'Une, deux.' WHERE target = 'One, two.'|key of the target text",
        "UPDATE unit SET source_key = 1 WHERE target = 'One, two.'|key of the source text",
        "UPDATE unit_history SET old_target = 'Uno' WHERE old_target IS NOT NULL"
            + "|does not give back the texts of revision 1 of \"small\"",
        "DELETE FROM unit_history|does not give back the texts of revision 1 of \"small\"",
        "UPDATE change SET at = '2026-03-01 12:00' WHERE id = 1|is not a UTC time",
        "UPDATE change SET at = '2026-03-01T12:00:00.5Z' WHERE id = 1|is not a UTC time",
        "UPDATE language SET tag = '!' WHERE tag = 'en-US'|\"!\" is not a language tag",
        "DELETE FROM placement WHERE unit = 3|is neither in the latest revision nor retired",
        "UPDATE placement SET taken_in = set_in WHERE unit = 3|has revisions that cannot be right",
        "INSERT INTO placement SELECT document, rank + 1, 2, NULL, unit FROM placement WHERE"
            + " unit = 3|two places of \"doc\" are the same",
        "UPDATE revision SET number = 5 WHERE number = 2|the revisions of \"small\" are not 1, 2",
        "UPDATE unit SET retired_in = NULL WHERE retired_in IS NOT NULL|nor retired",
        "UPDATE unit SET codes = 's1' WHERE uid IN (SELECT uid FROM unit LIMIT 1)|malformed",
        "UPDATE unit SET changed_in = 99 WHERE id = 3|refers to a missing row of table change",
        "UPDATE unit SET created_in = 3 WHERE id = 7|was added by change 1, a unit before it by",
        "DROP INDEX unit_source_key|the index unit_source_key is missing",
        "DROP TABLE placement|the table placement is missing",
        "PRAGMA application_id = 5|application_id is 0x00000005, not 0x426c544d",
        "PRAGMA user_version = 0|user_version is 0, not 3",
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN UPDATE unit SET status = 1; END"
            + "|the trigger t is none of Ballast's",
        "CREATE TRIGGER unit AFTER INSERT ON change BEGIN UPDATE unit SET status = 1; END"
            + "|the trigger unit is none of Ballast's",
        "CREATE VIEW v AS SELECT * FROM unit|the view v is none of Ballast's",
        "CREATE TABLE t (id INTEGER PRIMARY KEY)|the table t is none of Ballast's",
        "CREATE INDEX i ON unit (status)|the index i is none of Ballast's",
      })
  void damageIsNamed(String sql, String problem) throws SQLException {
    filled();
    assertThat(store().verify()).isEmpty();
    MemoryOpenerTest.sql(file(), "PRAGMA foreign_keys = OFF", sql);
    assertThat(store().verify()).anyMatch(text -> text.contains(problem));
  }

  @Test
  void manyProblemsOfOneKindAreCounted() throws SQLException {
    MemoryOpenerTest.sql(filled(), "UPDATE unit SET source_key = 1");
    assertThat(store().verify()).hasSizeLessThan(40).contains("and 383 more about the units");
  }

  @Test
  void flippedPagesAreFoundWhereverTheyAre() throws IOException {
    Path file = filled();
    byte[] sound = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(5);
    int pages = sound.length / PAGE;
    for (int page = 0; page < pages; page++) {
      byte[] damaged = sound.clone();
      for (int i = page * PAGE; i < (page + 1) * PAGE; i++) {
        damaged[i] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(file, damaged);
      assertFoundOrRefused("page " + page + " of " + pages);
      assertReadingFailsInWords("page " + page);
    }
  }

  /** What has lost its start is no memory any more. */
  private void assertFoundOrRefused(String what) {
    try {
      assertThat(store().verify()).as(what).isNotEmpty();
    } catch (InputException e) {
      assertThat(String.valueOf(e.getMessage()))
          .as(what)
          .containsAnyOf("it is not a SQLite file, or its start is damaged", "holds no memory");
      assertThat(e.hint()).as(what).doesNotContain("tm verify");
    }
  }

  private void assertReadingFailsInWords(String what) {
    try (SqlMemory memory = read()) {
      memory.forEachUnit(UnitFilter.CURRENT.withRetired(), unit -> {});
      memory.history("small");
      memory.documents();
    } catch (InputException e) {
      assertThat(e.hint()).as(what).isNotEmpty();
    }
  }

  @Test
  void aTruncatedFileIsFound() throws IOException {
    Path file = filled();
    byte[] sound = Files.readAllBytes(file);
    for (int length : new int[] {1, 99, 100, PAGE - 1, PAGE, 5 * PAGE, sound.length - 1}) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertFoundOrRefused(length + " bytes");
      assertReadingFailsInWords(length + " bytes");
    }
  }

  @Test
  void valuesThatCannotBeUnderstoodAreDamageAndNotOurBug() throws SQLException {
    MemoryOpenerTest.sql(
        filled(), "UPDATE change SET at = 'yesterday'", "UPDATE language SET tag = '?' || tag");
    try (SqlMemory memory = read()) {
      for (Runnable reading :
          List.<Runnable>of(
              memory::documents,
              () -> memory.revisions("doc"),
              () -> memory.history("doc"),
              () -> memory.unitsAt("doc", 1),
              () -> memory.forEachUnit(UnitFilter.CURRENT, unit -> {}))) {
        assertRefused(reading::run, "is damaged");
      }
      assertThatCode(memory::verify).doesNotThrowAnyException();
    }
  }

  @Test
  void aNewMemoryHasItsHeaderAndTables() throws SQLException {
    try (Database database = MemoryOpener.writer(file(), Revisions.options())) {
      assertThat(Schema.versionOf(database)).isEqualTo(3);
      // The letters BlTM. Memories before 1.0 have BaTM and versions from 1 to 8.
      assertThat(database.number("PRAGMA application_id")).isEqualTo(0x426C544D);
      assertThat(database.list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
      assertThat(tables(database)).isEqualTo(17);
    }
  }

  @Test
  void theTriggersOfAMemoryAreKnownWithoutTheResource() throws SQLException {
    try (Database database = Connections.scratch()) {
      assertThat(MemoryIdentity.of(database).triggers())
          .containsExactlyInAnyOrderElementsOf(Schema.triggers());
    }
  }

  /** No other process sees a memory that is half made. */
  @Test
  void aFailureLeavesTheFileAsItWas() throws SQLException {
    MemoryOpenerTest.sql(file(), "CREATE TABLE pin (x INTEGER)");
    try (Database database =
        Connections.connect(file(), Connections.Mode.WRITE, Revisions.options().busyTimeout())) {
      assertThatThrownBy(() -> Schema.make(database)).hasMessageContaining("already exists");
      assertThat(tables(database)).isEqualTo(1);
      assertThat(database.number("PRAGMA application_id")).isZero();
    }
  }

  private static long tables(Database database) throws SQLException {
    return database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
  }
}
