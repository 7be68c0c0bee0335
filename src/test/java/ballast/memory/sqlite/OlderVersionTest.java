package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.contract.Revisions;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound memory of another version is never called damaged; writing brings it up to date. */
final class OlderVersionTest {

  @TempDir Path folder;

  private Path memory(int version) throws SQLException, IOException {
    Path file = Files.createDirectories(folder.resolve("tm")).resolve("memory.db");
    if (version == 1) {
      MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(1)).close();
      return file;
    }
    try (Database old = MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : SchemaTest.secondVersion()) {
        old.execute(statement);
      }
    }
    MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(version)).close();
    return file;
  }

  private CommandRunner.Outcome run(String line) {
    return new CommandRunner(folder).run(line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm verify",
        "tm verify --index",
        "tm list",
        "tm stats",
        "tm search 甲。",
        "tm concordance 甲。",
        "tm export -o - --all",
        "tm history doc",
        "review export doc",
        "check --tm tm/memory.db",
        "diff doc 1 1"
      })
  void readingSaysTheVersionAndNothingOfDamage(String line) throws Exception {
    for (int version = 1; version < Schema.CURRENT.version(); version++) {
      Path file = memory(version);
      byte[] before = Files.readAllBytes(file);
      CommandRunner.Outcome outcome = run(line);
      assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertSays(outcome, "has version " + version + ", this Ballast reads version 8");
      assertSays(outcome, "brings the memory up to date");
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm import more.tsv",
        "tm approve --all",
        "tm replace A B",
        "tm undo",
        "tm dedupe",
        "tm compact --yes",
        "tm verify --rebuild"
      })
  void writingBringsItUpToDate(String line) throws Exception {
    for (int version = 2; version < Schema.CURRENT.version(); version++) {
      Path file = memory(version);
      Files.writeString(folder.resolve("more.tsv"), "丙。\tC.\n");
      CommandRunner.Outcome outcome = run(line);
      assertThat(outcome.status()).as(version + outcome.err()).isBetween(0, 1);
      assertThat(outcome.out() + outcome.err()).doesNotContain("damaged", "restore");
      CommandRunner.Outcome verdict = run("tm verify --index");
      assertThat(verdict.status()).as(version + verdict.out() + verdict.err()).isZero();
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void itsUnitsCanBeSavedToo(int version) throws Exception {
    memory(version);
    CommandRunner.Outcome saved = run("tm verify --salvage saved.tmx");
    assertThat(saved.status()).as(saved.err()).isZero();
    assertThat(saved.err()).contains("saved 2 units");
    assertThat(Files.readString(folder.resolve("saved.tmx")))
        .contains("甲。", "A.", "20260301", "tuid=\"" + SchemaTest.AA);
  }

  @Test
  void aLaterVersionAsksForANewerBallast() throws Exception {
    Path file = memory(5);
    MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT).close();
    try (Database later = MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT)) {
      later.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT");
      later.execute("PRAGMA user_version = 9");
    }
    for (String line : new String[] {"tm verify", "tm list", "tm undo", "tm import more.tsv"}) {
      Files.writeString(folder.resolve("more.tsv"), "丙。\tC.\n");
      CommandRunner.Outcome outcome = run(line);
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
      assertSays(outcome, "has version 9, this Ballast knows versions up to 8");
      assertSays(outcome, "update Ballast");
    }
  }

  private static void assertSays(CommandRunner.Outcome outcome, String text) {
    assertThat(outcome.err().replaceAll("\\s+", " "))
        .contains(text)
        .doesNotContain("damaged", "restore");
  }
}
