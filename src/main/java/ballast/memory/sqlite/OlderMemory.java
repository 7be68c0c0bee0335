package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Checks;
import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConnection;

/**
 * A memory of an earlier version, which is sound or damaged as any other. What cannot be asked of
 * its own tables is asked of a copy that has been brought up to date.
 */
final class OlderMemory {

  /** The version since which the steps leave the table of the units as it is. */
  private static final int UNITS_AS_NOW = 6;

  private final Path file;
  private final Database database;
  private final int version;

  /**
   * @param version of the file, at least 1 and below the current one
   */
  OlderMemory(Path file, Database database, int version) {
    this.file = file;
    this.database = database;
    this.version = version;
  }

  /**
   * Descriptions of everything that is wrong; empty when the memory is sound. It is only read.
   *
   * @param progress is told how far it is
   * @throws InputException if a copy cannot be written
   */
  List<String> problems(UnitProgress progress) throws SQLException {
    Checks checks = new Checks(database, database::read);
    new FileChecks(Schema.CURRENT.upTo(version)).runForEarlier(checks);
    return checks.problems().isEmpty() ? problemsOfCopy(progress) : checks.problems();
  }

  private List<String> problemsOfCopy(UnitProgress progress) throws SQLException {
    try (CopiedFile copied = CopiedFile.of(database);
        Database copy = Connections.copy(copied.file())) {
      Checks steps = new Checks(copy, Statements.Work::run);
      steps.run("whether it can be brought up to date", () -> Schema.CURRENT.migrate(copy));
      List<String> problems =
          steps.problems().isEmpty()
              ? new Verifier(copy, new FileChecks(Schema.CURRENT), progress).problems()
              : steps.problems();
      return problems.stream()
          .map(problem -> problem.replace(copied.file().toString(), file.toString()))
          .toList();
    } catch (IOException e) {
      throw new InputException(
          "cannot check the memory \"%s\" of version %d: a copy of it cannot be written (%s)"
              .formatted(file, version, SqliteErrors.detail(e)),
          "free some space in the folder for temporary files, and run the command again",
          e);
    }
  }

  /**
   * Refuses what is damaged, before anything is written to it. Takes as long as reading the file.
   *
   * @param schema that it is to be brought to
   * @throws InputException with what can be saved and how
   */
  void requireSound(Schema schema) {
    Checks checks = new Checks(database, database::read);
    checks.run(
        "the tables",
        () ->
            SchemaComparison.of(database, schema.upTo(version))
                .problems()
                .forEach(checks::problem));
    checks.run("the pages of the file", () -> FileChecks.checkPages(checks));
    if (version >= UNITS_AS_NOW) {
      checks.run("what is read of the units", () -> Verifier.readUnits(database, () -> {}));
    }
    if (!checks.problems().isEmpty()) {
      throw SqliteErrors.damaged(file, checks.problems().get(0));
    }
  }

  /**
   * A copy of an open file, page by page and so with its damage, in the folder for temporary files.
   *
   * @param file is removed when this is closed
   */
  private record CopiedFile(Path file) implements AutoCloseable {

    /**
     * @throws IOException if the copy cannot be written
     */
    static CopiedFile of(Database database) throws IOException {
      CopiedFile copy = new CopiedFile(Files.createTempFile("ballast-", ".db"));
      boolean isWhole = false;
      try {
        SQLiteConnection connection = (SQLiteConnection) database.engine().connection();
        int code = connection.getDatabase().backup("main", copy.file().toString(), null);
        if (code != 0) {
          throw new IOException("SQLite's error " + code);
        }
        isWhole = true;
        return copy;
      } catch (SQLException e) {
        throw new IOException(SqliteErrors.detail(e), e);
      } finally {
        if (!isWhole) {
          copy.close();
        }
      }
    }

    @Override
    public void close() throws IOException {
      for (String rest : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(SqliteEngine.beside(file, rest));
      }
    }
  }
}
