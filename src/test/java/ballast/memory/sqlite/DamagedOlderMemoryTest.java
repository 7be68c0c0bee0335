package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.contract.Revisions;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged memory of an earlier version is named as damaged, and nothing is written into it. */
final class DamagedOlderMemoryTest {

  private static final int PAGE = SqliteEngine.PAGE_SIZE;

  @TempDir Path folder;

  private Path memory() {
    return folder.resolve("tm/memory.db");
  }

  private void make(int version) throws SQLException, IOException {
    Files.createDirectories(folder.resolve("tm"));
    try (Database old =
        MemoryOpener.writer(memory(), Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : SchemaTest.secondVersion()) {
        old.execute(statement);
      }
    }
    MemoryOpener.writer(memory(), Revisions.options(), Schema.CURRENT.upTo(version)).close();
    Files.writeString(folder.resolve("more.tsv"), "丙。\tC.\n");
  }

  private long root(String name) throws SQLException {
    try (Database database = MemoryOpener.forVerifying(memory())) {
      return database.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", name);
    }
  }

  /** Puts the page of one table or index in the place of another's. */
  private void copyPage(String from, String to) throws SQLException, IOException {
    byte[] bytes = Files.readAllBytes(memory());
    int source = (int) (root(from) - 1) * PAGE;
    int target = (int) (root(to) - 1) * PAGE;
    System.arraycopy(bytes.clone(), source, bytes, target, PAGE);
    Files.write(memory(), bytes);
  }

  private CommandRunner.Outcome run(String line) {
    return new CommandRunner(folder).run(line.split(" "));
  }

  private void assertNamed(String problem) throws IOException {
    byte[] before = Files.readAllBytes(memory());
    CommandRunner.Outcome verdict = run("tm verify");
    assertThat(verdict.out()).contains(problem).doesNotContain("is missing");
    assertThat(verdict.err()).contains("--salvage").doesNotContain("up to date");
    assertThat(verdict.status()).isEqualTo(1);
    assertThat(run("tm verify --salvage saved.tmx --force").err()).contains("saved ");
    assertThat(Files.readAllBytes(memory())).isEqualTo(before);
  }

  private void assertNothingIsWritten() throws IOException {
    byte[] before = Files.readAllBytes(memory());
    for (String line : new String[] {"tm import more.tsv", "tm undo", "tm compact --yes"}) {
      CommandRunner.Outcome writing = run(line);
      assertThat(writing.err()).as(line).contains("is damaged");
      assertThat(writing.status()).as(line).isEqualTo(2);
      assertThat(Files.readAllBytes(memory())).as(line).isEqualTo(before);
    }
  }

  /** SQLite's own check says "ok" of an index whose page is that of another. */
  @ParameterizedTest
  @ValueSource(ints = {6, 7})
  void anIndexThatLeadsAstray(int version) throws Exception {
    make(version);
    MemoryOpenerTest.sql(
        memory(), "INSERT INTO unit_history (id, unit, change, kind) VALUES (90, 2, 1, 'scored')");
    copyPage("unit_history_change", "unit_retired");
    assertThat(run("tm verify").out()).contains("cannot check what is read of the units");
    assertNothingIsWritten();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7})
  void aPageOfUnitsThatIsDestroyed(int version) throws Exception {
    make(version);
    byte[] bytes = Files.readAllBytes(memory());
    int start = (int) (root("unit") - 1) * PAGE;
    Arrays.fill(bytes, start, start + PAGE, (byte) 0x5a);
    Files.write(memory(), bytes);
    assertNamed("integrity: ");
    assertNothingIsWritten();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7})
  void aTextThatIsNotTheOneThatWasRecorded(int version) throws Exception {
    make(version);
    MemoryOpenerTest.sql(memory(), "UPDATE unit SET target = 'Z.' WHERE id = 2");
    assertNamed("the history does not give back the texts of revision 1 of \"doc\"");
  }

  @Test
  void aTableThatIsNotAsTheVersionHadIt() throws Exception {
    make(6);
    MemoryOpenerTest.sql(memory(), "ALTER TABLE change RENAME COLUMN undoes TO undone");
    assertNamed("the table change is not as it should be");
    assertNothingIsWritten();
  }

  @Test
  void anIdThatAStepCannotConvert() throws Exception {
    make(5);
    MemoryOpenerTest.sql(memory(), "UPDATE unit SET uid = '0A00000000FF' WHERE id = 1");
    assertNamed("the memory \"" + memory() + "\" is damaged: it cannot become version 6");
  }

  @Test
  void theCopyThatIsCheckedIsRemoved() throws Exception {
    make(7);
    long before = copies();
    assertThat(run("tm verify").err()).contains("brings the memory up to date");
    assertThat(copies()).isEqualTo(before);
  }

  private static long copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("ballast-.*\\.db.*"))
          .count();
    }
  }
}
