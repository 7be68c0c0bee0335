package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.bitext.InputException;
import ballast.cli.CommandRunner;
import ballast.memory.contract.Revisions;
import ballast.memory.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory of version 1 becomes one of this version, and nothing of it is lost. */
final class SchemaUpgradeTest {

  private static final String STATE =
      "SELECT id, status, confidence, confirmed_in IS NULL, retired_in IS NULL, deleted_in IS NULL,"
          + " source, target FROM unit ORDER BY id";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("tm/memory.db");
  }

  private Path former() {
    return folder.resolve("tm/memory.db.v1");
  }

  @BeforeEach
  void copy() throws IOException {
    FormerMemory.copy(file());
  }

  @Test
  void whoeverOpensItFirstUpgradesItAndSaysSoOnce() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(run("tm search 水很凉。")).contains("The water is cool.");
      run("tm undo");
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(UTF_8).lines())
        .containsExactly(
            "upgraded the memory \"%s\"; a copy of the earlier version is %s"
                .formatted(file(), former()));
  }

  @Test
  void nothingIsLost() throws Exception {
    assertThat(run("tm verify")).contains("sound");
    try (Database was = FormerMemory.open(former());
        Database is = FormerMemory.open(file())) {
      for (String kept : FormerMemory.KEPT) {
        assertThat(FormerMemory.rows(is, kept)).as(kept).isEqualTo(FormerMemory.rows(was, kept));
      }
      assertThat(FormerMemory.rows(is, FormerMemory.PLACES))
          .isEqualTo(FormerMemory.rows(was, FormerMemory.FORMER_PLACES));
      assertThat(FormerMemory.numbers(is)).isEqualTo(FormerMemory.NUMBERS);
      assertThat(FormerMemory.confirmed(is)).isEqualTo(FormerMemory.CONFIRMED);
    }
    assertThat(run("tm history well --all")).contains("Cold or cool?", "confirmed");
  }

  @Test
  void thePlacesOfVersion2Stay() throws Exception {
    run("tm list");
    List<String> places;
    try (Database database = FormerMemory.open(file())) {
      places = FormerMemory.rows(database, FormerMemory.PLACES);
      database.executeAll(FormerMemory.TO_VERSION_2);
      database.execute("PRAGMA user_version = 2");
    }
    assertThat(run("tm verify")).contains("sound");
    try (Database database = FormerMemory.open(file())) {
      assertThat(FormerMemory.rows(database, FormerMemory.PLACES)).isEqualTo(places);
    }
  }

  /** Each state on the way back is met again on the way forth, and the commands are all there. */
  @Test
  void whatWasDoneBeforeIsTakenBackAndDoneAgain() throws Exception {
    run("tm list");
    List<List<String>> back = new ArrayList<>();
    for (String said = ""; !said.contains("nothing"); said = any("tm undo")) {
      back.add(state());
    }
    assertThat(run("tm verify")).contains("sound");
    assertThat(state()).allMatch(unit -> !unit.matches("\\d+ \\d \\d+ 0 .*"));
    assertThat(back).hasSizeGreaterThan(12);
    for (int i = back.size() - 2; i >= 0; i--) {
      run("tm undo --redo");
      assertThat(state()).as("after " + i).isEqualTo(back.get(i));
    }
    assertThat(run("tm verify")).contains("sound");
  }

  private List<String> state() throws SQLException {
    try (Database database = FormerMemory.open(file())) {
      return FormerMemory.rows(database, STATE);
    }
  }

  /** What a killed process leaves are the file and its log as they are before the commit. */
  @Test
  void aProcessThatIsKilledLeavesTheFormerVersionSound() throws Exception {
    Path left = folder.resolve("left.db");
    try (Database database = FormerMemory.open(file())) {
      LogMode.use(database);
      database.execute("PRAGMA cache_size = 1"); // what is written goes to the log at once
      database.unchecked(
          () ->
              database.write(
                  () -> {
                    new SchemaUpgrade(file(), database).rebuild();
                    copy(file(), left);
                    copy(SqliteEngine.beside(file(), "-wal"), SqliteEngine.beside(left, "-wal"));
                    return true;
                  }));
    }
    assertThat(SqliteEngine.beside(left, "-wal")).isNotEmptyFile();
    try (Database database = FormerMemory.open(left)) {
      assertThat(Schema.versionOf(database)).isEqualTo(1);
      assertThat(FormerMemory.rows(database, "PRAGMA integrity_check")).containsExactly("ok");
    }
    assertThat(new SqliteStore(left).verify()).isEmpty();
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsDamagedIsLeftAsItIs() throws Exception {
    try (Database database = FormerMemory.open(file())) {
      database.execute("PRAGMA foreign_keys = OFF");
      database.execute("DELETE FROM language WHERE id = 1");
    }
    assertThatThrownBy(() -> new SqliteStore(file()).openForWriting(Revisions.options()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged: table ");
    try (Database database = FormerMemory.open(file())) {
      assertThat(Schema.versionOf(database)).isEqualTo(1);
      assertThat(FormerMemory.rows(database, "SELECT count(*) FROM unit")).containsExactly("19");
    }
    assertThat(former()).doesNotExist();
  }

  @Test
  void anEarlierCopyIsKept() throws Exception {
    Files.writeString(former(), "mine");
    run("tm list");
    assertThat(former()).hasContent("mine");
    Path second = SqliteEngine.beside(file(), ".v1-2");
    try (Database database = FormerMemory.open(second)) {
      assertThat(Schema.versionOf(database)).isEqualTo(1);
    }
    assertThat(new SqliteStore(second).verify()).isEmpty();
  }

  @Test
  void oneThatMayNotBeWrittenToIsRefusedWithTheWayOut() throws Exception {
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
    assumeThat(Files.isWritable(file())).as("root may write to every file").isFalse();
    assertThatThrownBy(new SqliteStore(file())::openForReading)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("copy the file"))
        .hasMessageContaining("cannot upgrade the memory");
  }

  private String run(String line) {
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(line.split(" "));
    assertThat(outcome.status()).as(line + "\n" + outcome.err()).isZero();
    return outcome.out() + outcome.err();
  }

  private String any(String line) {
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(line.split(" "));
    return outcome.out() + outcome.err();
  }
}
