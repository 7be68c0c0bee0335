package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.bitext.InputException;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryOpenerTest {

  private static SqlMemory write(Path file) {
    return new SqliteStore(file).openForWriting(Revisions.options());
  }

  private static Path filled(Path file) {
    try (SqlMemory memory = write(file)) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
    }
    return file;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  private static void assertRefused(ThrowingCallable opening, String message) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).as("hint").isNotEmpty())
        .hasMessageContaining(message);
  }

  @Test
  void aWriterMakesTheFileAndItsFolders(@TempDir Path folder) throws IOException {
    Path file = filled(folder.resolve("项目/记忆库/memory.db"));
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
      assertThat(memory.verify()).isEmpty();
    }
    assertThat(names(file.resolveSibling("."))).containsExactly("memory.db");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"记忆库.db", "a?b=c&d.db", "100%20#x;y.db", "it's \"q\" +.db", "𠮷🙂", ":memory:"})
  void anyFileNameWillDo(String name, @TempDir Path folder) throws IOException {
    filled(folder.resolve(name));
    assertThat(names(folder)).containsExactly(name);
    try (SqlMemory memory = new SqliteStore(folder.resolve(name)).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
    }
  }

  @Test
  void aMissingFileGivesAHint(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("memory.db");
    assertThatThrownBy(() -> new SqliteStore(file).openForReading())
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("ballast align"))
        .hasMessageContaining("there is no memory \"" + file + "\"");
    assertThat(names(folder)).isEmpty();
    assertThatThrownBy(() -> new SqliteStore(file).verify()).isInstanceOf(InputException.class);
  }

  @Test
  void aFolderIsNotAMemory(@TempDir Path folder) {
    assertRefused(() -> new SqliteStore(folder).openForReading(), "is a folder");
    assertRefused(() -> write(folder), "is a folder");
  }

  @Test
  void aFileInTheWayOfTheFolderIsReported(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tm"), "");
    assertRefused(() -> write(folder.resolve("tm/memory.db")), "cannot make the folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "a text of more than a hundred bytes, which SQLite would read as a header\n"})
  void anotherKindOfFileIsLeftAlone(String line, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), line.repeat(50), UTF_8);
    byte[] before = Files.readAllBytes(file);
    assertRefused(() -> new SqliteStore(file).openForReading(), "not a SQLite file");
    assertRefused(() -> write(file), "not a SQLite file");
    assertRefused(() -> new SqliteStore(file).verify(), "not a SQLite file");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(names(folder)).containsExactly("notes.txt");
  }

  @Test
  void anEmptyFileIsNothingToReadButCanBeFilled(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("memory.db"));
    assertRefused(() -> new SqliteStore(file).openForReading(), "holds no memory");
    assertRefused(() -> new SqliteStore(file).verify(), "holds no memory");
    filled(file);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void anotherApplicationsDatabaseIsLeftAlone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("photos.db");
    sql(file, "CREATE TABLE photo (id INTEGER)", "PRAGMA user_version = 1");
    byte[] before = Files.readAllBytes(file);
    assertRefused(() -> new SqliteStore(file).openForReading(), "another application's");
    assertRefused(() -> write(file), "another application's");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertRefused(() -> new SqliteStore(file).verify(), "another application's");
  }

  @Test
  void aLaterVersionIsLeftAlone(@TempDir Path folder) throws Exception {
    Path file = filled(folder.resolve("memory.db"));
    sql(file, "PRAGMA user_version = 9");
    byte[] before = Files.readAllBytes(file);
    String message = "has version 9, this Ballast knows versions up to 1";
    assertThatThrownBy(() -> write(file))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("update Ballast"))
        .hasMessageContaining(message);
    assertRefused(() -> new SqliteStore(file).openForReading(), message);
    assertRefused(() -> new SqliteStore(file).verify(), message);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(names(folder)).containsExactly("memory.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRAGMA application_id = 5", "PRAGMA user_version = 0"})
  void aMemoryWithADamagedHeaderIsNotAnother(String damage, @TempDir Path folder) throws Exception {
    Path file = filled(folder.resolve("memory.db"));
    sql(file, damage);
    byte[] before = Files.readAllBytes(file);
    assertRefused(() -> new SqliteStore(file).openForReading(), "is damaged");
    assertRefused(() -> write(file), "is damaged");
    assertThat(new SqliteStore(file).verify()).hasSize(1);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN UPDATE unit SET target = 'owned'; END",
        "CREATE TRIGGER unit AFTER INSERT ON change BEGIN UPDATE unit SET target = 'owned'; END",
        "DROP TRIGGER fuzzy_deleted; CREATE TRIGGER fuzzy_deleted AFTER INSERT ON change"
            + " BEGIN UPDATE unit SET target = 'owned'; END"
      })
  void aTriggerOfAnotherIsNeverRun(String trigger, @TempDir Path folder) throws Exception {
    Path file = filled(folder.resolve("memory.db"));
    sql(file, trigger.split("(?<=fuzzy_deleted); "));
    byte[] before = Files.readAllBytes(file);
    assertRefused(() -> write(file), "has a trigger that Ballast has not made");
    assertThat(new SqliteStore(file).verify()).isNotEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
    }
  }

  @Test
  void readersLeaveNothingBehind(@TempDir Path folder) throws IOException {
    Path file = filled(folder.resolve("memory.db"));
    byte[] before = Files.readAllBytes(file);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.statistics().units().total()).isEqualTo(1);
    }
    assertThat(names(folder)).containsExactly("memory.db");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aReaderCannotWrite(@TempDir Path folder) {
    Path file = filled(folder.resolve("memory.db"));
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThatThrownBy(() -> memory.addRevision(revision("doc")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> memory.database().execute("DELETE FROM placement"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("readonly");
    }
  }

  /** A dangling link where SQLite wants its shared memory: as good as a folder without write. */
  private static void forbidSharedMemory(Path file) throws IOException {
    Files.createSymbolicLink(
        SqliteEngine.beside(file, "-shm"), file.resolveSibling("nowhere/at-all"));
  }

  @Test
  void aFolderThatCannotBeWrittenToCanBeRead(@TempDir Path folder) throws IOException {
    Path file = filled(folder.resolve("memory.db"));
    forbidSharedMemory(file);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
      assertThat(memory.verify()).isEmpty();
    }
    assertThat(new SqliteStore(file).verify()).isEmpty();
    assertRefused(() -> write(file), "cannot be opened");
  }

  @Test
  void unfinishedWorkInAFolderThatCannotBeWrittenToIsNotOverlooked(@TempDir Path folder)
      throws IOException {
    Path copy = folder.resolve("copy.db");
    Path file = folder.resolve("memory.db");
    try (SqlMemory memory = write(file)) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
      Files.copy(file, copy);
      Files.copy(SqliteEngine.beside(file, "-wal"), SqliteEngine.beside(copy, "-wal"));
    }
    forbidSharedMemory(copy);
    assertRefused(() -> new SqliteStore(copy).openForReading(), "cannot be opened");
    Files.delete(SqliteEngine.beside(copy, "-shm"));
    try (SqlMemory memory = new SqliteStore(copy).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
    }
  }

  @Test
  void aReadOnlyFileCanBeReadAndIsNotWritten(@TempDir Path folder) throws IOException {
    Path file = filled(folder.resolve("memory.db"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
    }
    assumeThat(Files.isWritable(file)).as("root may write to every file").isFalse();
    assertRefused(() -> write(file), "read-only");
  }

  @Test
  void aReadOnlyFileIsReported(@TempDir Path folder) throws SQLException {
    Path file = filled(folder.resolve("memory.db"));
    try (SqlMemory memory = write(file)) {
      memory.database().execute("PRAGMA query_only = ON");
      assertRefused(() -> memory.addRevision(revision("other", "甲", "a")), "read-only");
      assertThat(memory.documents()).hasSize(1);
    }
  }

  public static void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
