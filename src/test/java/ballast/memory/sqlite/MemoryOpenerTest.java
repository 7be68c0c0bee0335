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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryOpenerTest extends SqliteTest {

  private Path filled() {
    return filled(file());
  }

  private static Path filled(Path file) {
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
    }
    return file;
  }

  private static void assertReadable(Path file) {
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(1);
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** Asserts that readers and writers are refused, and leave the file as it is. */
  private void assertLeftAlone(String message) throws IOException {
    byte[] before = Files.readAllBytes(file());
    assertRefused(this::read, message);
    assertRefused(this::write, message);
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(names(folder)).containsExactly("memory.db");
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
  void aWriterMakesTheFileAndItsFolders() throws IOException {
    Path file = filled(folder.resolve("项目/记忆库/memory.db"));
    assertReadable(file);
    assertThat(names(file.resolveSibling("."))).containsExactly("memory.db");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"记忆库.db", "a?b=c&d.db", "100%20#x;y.db", "it's \"q\" +.db", "𠮷🙂", ":memory:"})
  void anyFileNameWillDo(String name) throws IOException {
    Path file = filled(folder.resolve(name));
    assertThat(names(folder)).containsExactly(name);
    assertReadable(file);
  }

  @Test
  void aMissingFileGivesAHint() throws IOException {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("ballast align"))
        .hasMessageContaining("there is no memory \"" + file() + "\"");
    assertThat(names(folder)).isEmpty();
    assertThatThrownBy(store()::verify).isInstanceOf(InputException.class);
  }

  @Test
  void aFolderIsNotAMemory() {
    assertRefused(new SqliteStore(folder)::openForReading, "is a folder");
    assertRefused(() -> filled(folder), "is a folder");
  }

  @Test
  void aFileInTheWayOfTheFolderIsReported() throws IOException {
    Files.writeString(folder.resolve("tm"), "");
    assertRefused(() -> filled(folder.resolve("tm/memory.db")), "cannot make the folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "a text of more than a hundred bytes, which SQLite would read as a header\n"})
  void anotherKindOfFileIsLeftAlone(String line) throws IOException {
    Files.writeString(file(), line.repeat(50), UTF_8);
    assertLeftAlone("not a SQLite file");
    assertRefused(store()::verify, "not a SQLite file");
  }

  @Test
  void anEmptyFileIsNothingToReadButCanBeFilled() throws IOException {
    Files.createFile(file());
    assertRefused(this::read, "holds no memory");
    assertRefused(store()::verify, "holds no memory");
    assertReadable(filled());
  }

  @Test
  void anotherApplicationsDatabaseIsLeftAlone() throws Exception {
    sql(file(), "CREATE TABLE photo (id INTEGER)", "PRAGMA user_version = 1");
    assertLeftAlone("another application's");
    assertRefused(store()::verify, "another application's");
  }

  @Test
  void aLaterVersionIsLeftAlone() throws Exception {
    sql(filled(), "PRAGMA user_version = 9");
    String message = "has version 9, this Ballast knows versions up to 3";
    assertThatThrownBy(this::write)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("update Ballast"));
    assertLeftAlone(message);
    assertRefused(store()::verify, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRAGMA application_id = 5", "PRAGMA user_version = 0"})
  void aMemoryWithADamagedHeaderIsNotAnother(String damage) throws Exception {
    sql(filled(), damage);
    assertLeftAlone("is damaged");
    assertThat(store().verify()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN UPDATE unit SET target = 'owned'; END",
        "CREATE TRIGGER unit AFTER INSERT ON change BEGIN UPDATE unit SET target = 'owned'; END",
        "DROP TRIGGER fuzzy_deleted; CREATE TRIGGER fuzzy_deleted AFTER INSERT ON change"
            + " BEGIN UPDATE unit SET target = 'owned'; END"
      })
  void aTriggerOfAnotherIsNeverRun(String trigger) throws Exception {
    Path file = filled();
    sql(file, trigger.split("(?<=fuzzy_deleted); "));
    byte[] before = Files.readAllBytes(file);
    assertRefused(this::write, "has a trigger that Ballast has not made");
    assertThat(store().verify()).isNotEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (SqlMemory memory = read()) {
      assertThat(memory.documents()).hasSize(1);
    }
  }

  @Test
  void readersLeaveNothingBehind() throws IOException {
    Path file = filled();
    byte[] before = Files.readAllBytes(file);
    try (SqlMemory memory = read()) {
      assertThat(memory.statistics().units().total()).isEqualTo(1);
    }
    assertThat(names(folder)).containsExactly("memory.db");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aReaderCannotWrite() {
    filled();
    try (SqlMemory memory = read()) {
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
  void aFolderThatCannotBeWrittenToCanBeRead() throws IOException {
    Path file = filled();
    forbidSharedMemory(file);
    assertReadable(file);
    assertThat(store().verify()).isEmpty();
    assertRefused(this::write, "cannot be opened");
  }

  @Test
  void unfinishedWorkInAFolderThatCannotBeWrittenToIsNotOverlooked() throws IOException {
    Path copy = folder.resolve("copy.db");
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
      Files.copy(file(), copy);
      Files.copy(SqliteEngine.beside(file(), "-wal"), SqliteEngine.beside(copy, "-wal"));
    }
    forbidSharedMemory(copy);
    assertRefused(new SqliteStore(copy)::openForReading, "cannot be opened");
    Files.delete(SqliteEngine.beside(copy, "-shm"));
    assertReadable(copy);
  }

  @Test
  void aReadOnlyFileCanBeReadAndIsNotWritten() throws IOException {
    Path file = filled();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertReadable(file);
    assumeThat(Files.isWritable(file)).as("root may write to every file").isFalse();
    assertRefused(this::write, "read-only");
  }

  @Test
  void aReadOnlyFileIsReported() throws SQLException {
    filled();
    try (SqlMemory memory = write()) {
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
