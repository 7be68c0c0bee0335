package ballast.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is damaged, a salvage says how many units it saved and what cannot be read. */
final class SalvageTest extends CommandTest {

  private static final int PAGE = SqliteEngine.PAGE_SIZE;
  private static final int HEADER = 100;

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

  private Outcome salvage(byte[] damaged) throws IOException {
    Files.write(memory, damaged);
    return run("tm verify --salvage saved.tmx --force");
  }

  private void assertSalvaged(byte[] damaged, String... said) throws IOException {
    Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).contains(said);
    assertThat(outcome.status()).isEqualTo(1);
  }

  /** Where the first page of a table or an index begins. */
  private int start(String name) throws SQLException {
    return (sql("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'") - 1) * PAGE;
  }

  private byte[] withoutStart(String... names) throws SQLException {
    byte[] damaged = sound.clone();
    for (String name : names) {
      Arrays.fill(damaged, start(name), start(name) + PAGE, (byte) 0);
    }
    return damaged;
  }

  /** The tables that are not cut off can be read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFileThatIsCutOffGivesWhatIsLeft(int pages) throws Exception {
    boolean unitsAreLeft = start("unit") + PAGE <= sound.length - pages * PAGE;
    Outcome saved = salvage(Arrays.copyOf(sound, sound.length - pages * PAGE));
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
    assertSalvaged(withoutStart(table), lost, saved);
  }

  /** The list of tables is on the first page. */
  @Test
  void aTableWhoseDefinitionIsBrokenDoesNotHideTheOthers() throws Exception {
    String page = new String(sound, ISO_8859_1);
    assertThat(page).contains("CREATE TABLE language");
    assertSalvaged(
        page.replace("CREATE TABLE language", "CREATE TABLE lan uage").getBytes(ISO_8859_1),
        "nothing of the languages can be read",
        "saved 44 units");
  }

  /** A row that is not there raises no error. */
  @Test
  void rowsThatOnlyAnIndexKnowsAreCounted() throws Exception {
    byte[] damaged = sound.clone();
    System.arraycopy(sound, start("fuzzy_pending"), damaged, start("unit"), PAGE);
    assertSalvaged(damaged, "an index lists ", "saved 0 units; at most 4");
  }

  /** Without the indexes nothing tells how many units there were. */
  @Test
  void howManyAreLostMayBeUnknown() throws Exception {
    assertSalvaged(
        withoutStart("unit", "unit_uid", "unit_source_key", "unit_target_key"),
        "saved 0 units; how many more there were is not known");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, HEADER})
  void withoutItsFirstPageNothingCanBeSaved(int from) throws Exception {
    byte[] damaged = sound.clone();
    Arrays.fill(damaged, from, PAGE, (byte) 0);
    Outcome outcome = salvage(damaged);
    assertThat(outcome.err()).containsAnyOf("nothing can be saved of", "saved 0 units; how many");
    assertThat(outcome.err()).doesNotContain("--salvage");
    assertThat(outcome.status()).isBetween(1, 2);
  }
}
