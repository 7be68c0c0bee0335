package ballast.format.unit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ballast.bitext.InputException;
import ballast.format.file.FileInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A SQLite file of another program, opened read-only and as immutable: nothing is written to it or
 * next to it, and no lock is taken.
 *
 * <p>Only tables are read, and only their stored columns. Views, virtual tables, triggers and
 * computed columns are SQL from the file; none of it is run. Not thread-safe.
 */
public final class SqliteFile implements AutoCloseable {

  private static final String MAGIC = "SQLite format 3\0";

  private final Connection connection;
  private final String name;

  private SqliteFile(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /**
   * @throws InputException if it is not a SQLite file, or has unsaved changes in a log next to it
   */
  public static SqliteFile open(Path file, String name) {
    for (String log : List.of("-wal", "-journal")) {
      if (isFilled(file.resolveSibling(file.getFileName() + log))) {
        throw new InputException(
            "cannot read \"" + name + "\": changes to it still stand in \"" + name + log + "\"",
            "close the program that has it open; if none has, open and close it there once");
      }
    }
    requireDatabase(file, name);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    String uri = "file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1";
    try {
      Connection connection = new JDBC4Connection("jdbc:sqlite:" + uri, uri, config.toProperties());
      SqliteFile opened = new SqliteFile(connection, name);
      opened.restrict();
      return opened;
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  private static void requireDatabase(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!new String(in.readNBytes(MAGIC.length()), ISO_8859_1).equals(MAGIC)) {
        throw new InputException(
            "cannot read \"" + name + "\": not a SQLite database",
            "check that it is the file you mean; unpack it first if it is packed");
      }
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  private static boolean isFilled(Path log) {
    try {
      return Files.size(log) > 0;
    } catch (IOException e) {
      return false; // it does not exist
    }
  }

  private void restrict() throws SQLException {
    boolean ready = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA cell_size_check = ON");
      ready = true;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  /**
   * Returns the stored columns of a table; empty if there is no such table. Views and virtual
   * tables do not count.
   */
  public Set<String> columns(String table) {
    String tables =
        "SELECT count(*) FROM sqlite_schema WHERE name = ? AND type = 'table' AND rootpage > 0";
    String columns = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0";
    // The second would run the module of a virtual table.
    return read(() -> values(tables, table).contains("1") ? values(columns, table) : Set.of());
  }

  private Set<String> values(String sql, String table) throws SQLException {
    Set<String> values = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          values.add(found.getString(1));
        }
      }
    }
    return values;
  }

  public long count(String table) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
      return found.next() ? found.getLong(1) : 0;
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  /**
   * @param columns stored columns of the table, which has no rows if one is missing; the rows are
   *     sorted by the first
   * @param maxBytes longer values count as missing
   */
  public SqliteRows rows(String table, List<String> columns, int maxBytes) {
    String values =
        columns.stream()
            .map(SqliteFile::quoted)
            .map(column -> "iif(octet_length(%1$s) > %2$d, NULL, %1$s)".formatted(column, maxBytes))
            .collect(Collectors.joining(", "));
    String sql =
        columns(table).containsAll(columns)
            ? "SELECT %s FROM %s ORDER BY %s"
                .formatted(values, quoted(table), quoted(columns.get(0)))
            : "SELECT NULL WHERE FALSE";
    return read(
        () -> {
          Statement statement = connection.createStatement();
          return new SqliteRows(statement, statement.executeQuery(sql));
        });
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  @FunctionalInterface
  private interface Query<T> {
    T run() throws SQLException;
  }

  private <T> T read(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  private static InputException damaged(String file, SQLException e) {
    return new InputException(
        "cannot read \"" + file + "\": a damaged database, or none (" + e.getMessage() + ")",
        "open it in its own program and export it again",
        e);
  }

  /** The rows of a table, one after the other. Columns are counted from 0. Not thread-safe. */
  final class SqliteRows implements AutoCloseable {

    private final Statement statement;
    private final ResultSet rows;

    SqliteRows(Statement statement, ResultSet rows) {
      this.statement = statement;
      this.rows = rows;
    }

    public boolean next() {
      return read(rows::next);
    }

    /** Returns a text; empty if it is missing or too long. */
    public String text(int column) {
      return read(() -> Objects.requireNonNullElse(rows.getString(column + 1), ""));
    }

    /** Returns a whole number; 0 if it is not one. */
    public long number(int column) {
      return read(() -> rows.getLong(column + 1));
    }

    @Override
    public void close() {
      try {
        rows.close();
        statement.close();
      } catch (SQLException e) {
        throw damaged(name, e);
      }
    }
  }
}
