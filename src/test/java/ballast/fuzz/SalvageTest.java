package ballast.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.memory.sqlite.SqliteEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is damaged, a salvage says how many units it saved and what cannot be read. */
final class SalvageTest {

  private static final int PAGE = SqliteEngine.PAGE_SIZE;
  private static final int HEADER = 100;

  @TempDir Path folder;
  private Path memory;
  private byte[] sound;

  @BeforeEach
  void make() throws IOException, SQLException {
    memory = SmallMemory.in(folder);
    sql("PRAGMA wal_checkpoint(TRUNCATE)");
    sound = Files.readAllBytes(memory);
  }

  private int sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + memory);
        Statement all = connection.createStatement();
        ResultSet row = all.executeQuery(statement)) {
      return row.getInt(1);
    }
  }

  private CommandRunner.Outcome salvage(byte[] damaged) throws IOException {
    Files.write(memory, damaged);
    return new CommandRunner(folder).run("tm", "verify", "--salvage", "saved.tmx", "--force");
  }

  /** The tables that are not cut off can be read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFileThatIsCutOffGivesWhatIsLeft(int pages) throws Exception {
    boolean unitsAreLeft =
        sql("SELECT rootpage FROM sqlite_schema WHERE name = 'unit'") * PAGE
            <= sound.length - pages * PAGE;
    CommandRunner.Outcome saved = salvage(Arrays.copyOf(sound, sound.length - pages * PAGE));
    assertThat(saved.err()).contains(unitsAreLeft ? "saved 44 units" : "saved 0 units");
    assertThat(saved.status()).as(saved.err()).isBetween(0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit | nothing of the units can be read: the start of their table is lost | saved 0 units;"
            + " at most 44 cannot be read",
        "language | nothing of the languages can be read | saved 44 units",
        "change | nothing of the dates and authors can be read | saved 44 units",
        "document | nothing of the documents can be read | saved 44 units",
        "unit_extras | nothing of the notes and properties can be read | saved 44 units"
      })
  void aTableWithoutItsFirstPageIsNamed(String table, String lost, String saved) throws Exception {
    int root = sql("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'");
    byte[] damaged = sound.clone();
    Arrays.fill(damaged, (root - 1) * PAGE, root * PAGE, (byte) 0);
    CommandRunner.Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).contains(lost, saved);
    assertThat(outcome.status()).isEqualTo(1);
  }

  /** The list of tables is on the first page. */
  @Test
  void aTableWhoseDefinitionIsBrokenDoesNotHideTheOthers() throws Exception {
    CommandRunner.Outcome outcome =
        salvage(broken("CREATE TABLE language", "CREATE TABLE lan uage"));
    assertThat(outcome.err()).contains("nothing of the languages can be read", "saved 44 units");
    assertThat(outcome.status()).isEqualTo(1);
  }

  private byte[] broken(String text, String damage) {
    String page = new String(sound, ISO_8859_1);
    assertThat(page).contains(text);
    return page.replace(text, damage).getBytes(ISO_8859_1);
  }

  /** A row that is not there raises no error. */
  @Test
  void rowsThatOnlyAnIndexKnowsAreCounted() throws Exception {
    int root = sql("SELECT rootpage FROM sqlite_schema WHERE name = 'unit'");
    int empty = sql("SELECT rootpage FROM sqlite_schema WHERE name = 'fuzzy_pending'");
    byte[] damaged = sound.clone();
    System.arraycopy(sound, (empty - 1) * PAGE, damaged, (root - 1) * PAGE, PAGE);
    CommandRunner.Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).contains("an index lists ", "saved 0 units; at most 4");
    assertThat(outcome.status()).isEqualTo(1);
  }

  /** Without the indexes nothing tells how many units there were. */
  @Test
  void howManyAreLostMayBeUnknown() throws Exception {
    byte[] damaged = sound.clone();
    for (String name : new String[] {"unit", "unit_uid", "unit_source_key", "unit_target_key"}) {
      int root = sql("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
      Arrays.fill(damaged, (root - 1) * PAGE, root * PAGE, (byte) 0);
    }
    CommandRunner.Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).contains("saved 0 units; how many more there were is not known");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, HEADER})
  void withoutItsFirstPageNothingCanBeSaved(int from) throws Exception {
    byte[] damaged = sound.clone();
    Arrays.fill(damaged, from, PAGE, (byte) 0);
    CommandRunner.Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).containsAnyOf("nothing can be saved of", "saved 0 units; how many");
    assertThat(outcome.err()).doesNotContain("--salvage");
    assertThat(outcome.status()).isBetween(1, 2);
  }
}
