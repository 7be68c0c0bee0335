package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory of another version is never called damaged, and is left alone. */
final class OtherVersionTest {

  @TempDir Path folder;

  private Path memory() {
    return folder.resolve("tm/memory.db");
  }

  @BeforeEach
  void fill() throws IOException {
    try (SqlMemory memory = new SqliteStore(memory()).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.revision("doc", "甲。", "A."));
    }
    Files.writeString(folder.resolve("more.tsv"), "丙。\tC.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm verify",
        "tm list",
        "tm stats",
        "tm search 甲。",
        "tm export -o - --all",
        "tm history doc",
        "check --tm tm/memory.db",
        "diff doc 1 1",
        "tm import more.tsv",
        "tm undo",
        "tm compact --yes",
        "tm verify --rebuild"
      })
  void isNamedWithTheWayOut(String line) throws Exception {
    for (int version = 1; version <= 8; version++) {
      MemoryOpenerTest.sql(
          memory(), "PRAGMA application_id = 0x4261544D", "PRAGMA user_version = " + version);
      assertRefused(
          line,
          "memory.db\" is of a Ballast before 1.0",
          "`ballast tm export --format tmx -o old.tmx`",
          "`ballast tm import old.tmx`");
    }
    MemoryOpenerTest.sql(memory(), "PRAGMA application_id = 0x426C544D", "PRAGMA user_version = 4");
    assertRefused(line, "has version 4, this Ballast knows versions up to 3", "update Ballast");
  }

  private void assertRefused(String line, String... texts) throws IOException {
    byte[] before = Files.readAllBytes(memory());
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(line.split(" "));
    assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.err().replaceAll("\\s+", " "))
        .contains(texts)
        .doesNotContain("damaged", "restore");
    assertThat(Files.readAllBytes(memory())).isEqualTo(before);
  }
}
