package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.memory.sqlite.SqliteEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is always named as damage; what can be read is saved. */
final class DamagedMemoryTest extends CommandTest {

  private static final int COPIES = 24;

  private static final List<String> COMMANDS =
      List.of(
          "tm export --all -o -",
          "tm search 12艘船在等。",
          "tm list",
          "tm stats",
          "tm history a",
          "tm verify --salvage saved.tmx --force",
          "diff a 1 2",
          "review export a",
          "tm import more.tsv",
          "tm replace ship boat",
          "tm undo");

  private Path memory;
  private byte[] sound;

  @BeforeEach
  void make() throws IOException {
    memory = SmallMemory.in(folder);
    sound = Files.readAllBytes(memory);
  }

  @Tag("hostile")
  @Test
  void noCommandFailsOnDamagedPages() throws IOException {
    Damage damage = new Damage(SqliteEngine.PAGE_SIZE);
    for (long seed = 0; seed < COPIES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] wounds = new byte[5 * (1 + random.nextInt(3))];
      random.nextBytes(wounds);
      runAll("seed " + seed, damage.to(sound, wounds));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE unit SET source = NULL",
        "UPDATE unit SET status = 7 WHERE id = 2",
        "UPDATE change SET at = NULL",
        "UPDATE document SET source_lang = 99",
        "UPDATE language SET tag = NULL WHERE id = 1",
        "DELETE FROM revision",
        "UPDATE revision SET number = -1 WHERE id = 2",
        "UPDATE unit_history SET kind = NULL",
        "UPDATE unit SET codes = 'x' WHERE codes IS NOT NULL",
        "UPDATE unit_extras SET extras = x'00ff'"
      })
  void noCommandFailsOnValuesThatTheTablesForbid(String sql) throws Exception {
    change(sql);
    runAll(sql, Files.readAllBytes(memory));
  }

  private void runAll(String what, byte[] damaged) throws IOException {
    AnyFile file = new AnyFile(folder);
    SmallMemory.replace(memory, damaged);
    boolean isSound = file.run("tm verify").status() == 0;
    for (String line : COMMANDS) {
      SmallMemory.replace(memory, damaged);
      Outcome outcome = run(line);
      String as = what + ": " + line + "\n" + outcome.err();
      assertThat(outcome.status()).as(as).isBetween(0, 2);
      assertThat(isSound && outcome.status() == 2).as(as).isFalse();
    }
  }

  /** The page of a few units is gone: the others are saved, and those are named. */
  @Test
  void whatCanBeReadIsSaved() throws Exception {
    assertThat(run(0, "tm verify --salvage whole.tmx").err()).contains("saved 44 units");
    change("UPDATE unit SET source = NULL WHERE id = 9");
    run(1, "tm verify");
    assertThat(run(1, "tm verify --salvage saved.tmx").err())
        .contains("in row 9 has lost a text")
        .contains("saved 43 units; at most 1 cannot be read");
    Outcome imported = run("tm import saved.tmx --tm new.db");
    assertThat(imported.err() + imported.out()).contains("43 added");
  }

  @Test
  void anotherVersionIsNotDamage() throws Exception {
    change("DROP INDEX unit_retired", "PRAGMA user_version = 99");
    assertThat(run(2, "tm verify").err()).contains("99, this Ballast knows versions up to 3");
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + memory);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute("PRAGMA ignore_check_constraints = ON");
      statement.execute("PRAGMA writable_schema = ON");
      statement.execute(
          "UPDATE sqlite_schema SET sql = replace(replace(sql, 'NOT NULL', ''), 'STRICT', '')"
              + " WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%placement%'"
              + " AND name <> 'unit_extras_history'");
      statement.execute("PRAGMA writable_schema = RESET");
      for (String one : statements) {
        statement.execute(one);
      }
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
