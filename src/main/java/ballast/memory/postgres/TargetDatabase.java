package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

final class TargetDatabase {

  private static final String UNICODE = "UTF8";
  private static final int MAX_NAMES = 5;

  private final PostgresAddress address;
  private final Database database;

  TargetDatabase(PostgresAddress address, Database database) {
    this.address = address;
    this.database = database;
  }

  /**
   * Rejects a database that cannot store every text. The driver knows the encoding, so this needs
   * no query.
   */
  static void requireUnicode(Connection connection, PostgresAddress address) throws SQLException {
    String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
    if (encoding != null && !encoding.equals(UNICODE)) {
      throw new InputException(
          "the database \"%s\" of the memory \"%s\" must be in %s, it is in %s"
              .formatted(address.database(), address, UNICODE, encoding),
          "have an administrator of the server make another one, and name it in the address:"
              + " CREATE DATABASE NAME OWNER %s TEMPLATE template0 ENCODING '%s';"
                  .formatted(
                      PostgresRoles.quoted(connection.getMetaData().getUserName()), UNICODE));
    }
  }

  boolean hasSchema() throws SQLException {
    return counts("TRUE");
  }

  boolean isOwner() throws SQLException {
    return counts("pg_has_role(session_user, nspowner, 'MEMBER')");
  }

  boolean isOwnerOfTables() throws SQLException {
    return counts(
        """
        EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'memory'
          AND pg_has_role(session_user, c.relowner, 'MEMBER'))
        """);
  }

  private boolean counts(String condition) throws SQLException {
    return database.number(
            "SELECT count(*) FROM pg_namespace n WHERE n.nspname = ? AND " + condition,
            address.memory())
        > 0;
  }

  /** Whether it is the user's, and holds no tables but the memory's. */
  boolean isOwnDatabase() throws SQLException {
    return database.number(
            """
            SELECT count(*) FROM pg_database d
            WHERE d.datname = current_database() AND pg_has_role(session_user, d.datdba, 'MEMBER')
              AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname <> ? AND n.nspname <> 'information_schema'
                  AND n.nspname !~ '^pg_')
            """,
            address.memory())
        > 0;
  }

  boolean mayMakeSchema() throws SQLException {
    return database.number(
            "SELECT count(*) FROM pg_database WHERE datname = current_database()"
                + " AND has_database_privilege(datname, 'CREATE')")
        > 0;
  }

  /**
   * Rejects a schema that is not empty and has no memory. Names could clash, and the roles would
   * get rights to unrelated objects.
   */
  void requireEmpty() throws SQLException {
    List<String> names =
        database.list(
            """
            SELECT DISTINCT o.name FROM pg_namespace n CROSS JOIN LATERAL (
              SELECT c.oid, c.relname FROM pg_class c
                WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
              UNION ALL SELECT p.oid, p.proname FROM pg_proc p WHERE p.pronamespace = n.oid
              UNION ALL SELECT t.oid, t.typname FROM pg_type t
                WHERE t.typnamespace = n.oid AND t.typtype IN ('d', 'e', 'r')) AS o (id, name)
            WHERE n.nspname = ? AND NOT EXISTS (
              SELECT FROM pg_depend d WHERE d.objid = o.id AND d.deptype = 'e')
            ORDER BY o.name
            """,
            row -> row.getString(1),
            address.memory());
    if (!names.isEmpty()) {
      String more = names.size() > MAX_NAMES ? ", …" : "";
      throw new InputException(
          "the schema \"%s\" is no memory and holds tables or functions of something else (%s%s)"
              .formatted(
                  address.memory(),
                  String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size()))),
                  more),
          "choose another name for the memory with memory=NAME");
    }
  }
}
