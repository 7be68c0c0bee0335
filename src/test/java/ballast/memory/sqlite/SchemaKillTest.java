package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory.UnitProgress;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Checks;
import ballast.memory.store.Database;
import ballast.memory.store.UnitWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} while a memory is brought up to date leaves it as it was or up to date. */
final class SchemaKillTest {

  private static final int UNITS = 30_000;

  /** A process that brings a memory up to date. */
  static final class Child {
    private Child() {}

    /** Argument: the memory. */
    public static void main(String[] args) {
      System.out.println(ChildWriter.WRITING);
      new SqliteStore(Path.of(args[0])).openForWriting(Revisions.options()).close();
    }
  }

  private static void fillFifthVersion(Path file) throws SQLException {
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(5))) {
      database.write(
          () -> {
            UnitWriter units = new UnitWriter(database);
            long change = units.addChange("imported", Revisions.NOON, "li");
            long zh = units.language("zh-CN");
            long en = units.language("en-US");
            for (int i = 0; i < UNITS; i++) {
              String source = "第" + i + "号码头。";
              String target = "Pier " + i + ".";
              database.update(
                  """
                  INSERT INTO unit (uid, source_lang, target_lang, status, confidence, created_in,
                    changed_in, source_key, target_key, source, target)
                  VALUES (printf('%012x', ?1 * 7919), ?2, ?3, 0, 100, ?4, ?4, ?5, ?6, ?7, ?8)
                  """,
                  i, zh, en, change, TextKey.hash(source), TextKey.hash(target), source, target);
            }
            return units;
          });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {250, 350, 450, 600})
  void aKilledMigrationLosesNothing(long delay, @TempDir Path folder)
      throws IOException, InterruptedException, SQLException {
    Path file = folder.resolve("memory.db");
    fillFifthVersion(file);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(ChildWriter.WRITING);
      TimeUnit.MILLISECONDS.sleep(delay);
      process.destroyForcibly();
    }
    ChildWriter.end(process);
    try (Database database = MemoryOpener.forVerifying(file)) {
      int version = Schema.versionOf(database);
      assertThat(version).isBetween(5, Schema.CURRENT.version());
      assertThat(problems(database, version))
          .filteredOn(
              problem -> version == Schema.CURRENT.version() || problem.startsWith("integrity"))
          .isEmpty();
      assertThat(database.number("SELECT count(*) FROM unit")).isEqualTo(UNITS);
    }
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      assertThat(memory.verify()).isEmpty();
      assertThat(Revisions.all(memory, UnitFilter.CURRENT)).hasSize(UNITS);
    }
  }

  private static List<String> problems(Database database, int version) {
    Checks checks = new Checks(database, database::read);
    new FileChecks(Schema.CURRENT.upTo(version)).run(checks);
    return version == Schema.CURRENT.version()
        ? new Verifier(database, new FileChecks(Schema.CURRENT), UnitProgress.NONE).problems()
        : checks.problems();
  }
}
