package ballast.memory.postgres;

import ballast.memory.TeamStore;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The name of a memory in its functions. Each function fixes its search path for tables, so that
 * temporary tables of other users cannot replace them. Renaming the schema does not change these
 * paths. Until they are updated, the memory can be read but not written to.
 */
final class PostgresNaming {

  /** A condition on {@code pg_proc p}: the function searches the current schema. */
  static final String IS_NAMED =
      "('search_path=' || quote_ident(current_schema()) || ', pg_temp') = ANY (p.proconfig)";

  private static final String PATH = "search_path=";
  private static final String END = ", pg_temp";

  private final String memory;
  private final Set<String> functions;

  PostgresNaming(PostgresAddress address) {
    this.memory = address.memory();
    this.functions =
        PostgresShape.expected().stream()
            .filter(line -> line.startsWith("function ") && line.contains(PATH))
            .map(line -> PostgresShape.subject(line).substring("function ".length()))
            .collect(Collectors.toSet());
  }

  /**
   * @param id its name with parameter types, in SQL
   * @param path as stored by the server; empty if it has none
   */
  private record Misnamed(String name, String id, String path) {}

  private List<Misnamed> misnamed(Database database) throws SQLException {
    return database
        .list(
            """
            SELECT p.proname,
              format('%%I.%%I(%%s)', n.nspname, p.proname,
                pg_get_function_identity_arguments(p.oid)),
              COALESCE((SELECT max(s) FROM unnest(p.proconfig) AS s WHERE s LIKE '%s%%'), '')
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = current_schema() AND (%s) IS NOT TRUE
            ORDER BY p.proname
            """
                .formatted(PATH.replace("_", "\\_"), IS_NAMED),
            row -> new Misnamed(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .filter(function -> functions.contains(function.name()))
        .toList();
  }

  boolean isOfAnother(Database database) throws SQLException {
    return !misnamed(database).isEmpty();
  }

  /**
   * Updates the functions to the name of the memory. The roles of the old name lose their rights,
   * because they belong to any memory that has this name now.
   *
   * @return descriptions of the changes; empty if there were none
   */
  List<String> repair(Database database) throws SQLException {
    List<Misnamed> misnamed = misnamed(database);
    if (misnamed.isEmpty()) {
      return List.of();
    }
    List<String> done = new ArrayList<>();
    for (Misnamed function : misnamed) {
      database.execute(
          "ALTER FUNCTION %s SET search_path = \"%s\", pg_temp".formatted(function.id(), memory));
    }
    done.add("set its functions to the name \"" + memory + "\"");
    Set<String> before = new TreeSet<>();
    for (Misnamed function : misnamed) {
      if (function.path().endsWith(END)) {
        before.add(
            function
                .path()
                .substring(PATH.length(), function.path().length() - END.length())
                .replace("\"", ""));
      }
    }
    before.remove(memory);
    List<String> roles = new ArrayList<>();
    for (String name : before) {
      roles.addAll(rolesOf(database, name));
    }
    for (String role : roles) {
      String from = " FROM " + PostgresRoles.quoted(role);
      database.execute("REVOKE ALL ON ALL TABLES IN SCHEMA \"" + memory + "\"" + from);
      database.execute("REVOKE ALL ON ALL SEQUENCES IN SCHEMA \"" + memory + "\"" + from);
      database.execute("REVOKE ALL ON SCHEMA \"" + memory + "\"" + from);
    }
    if (!roles.isEmpty()) {
      done.add("took their rights from the roles of the old name: " + String.join(", ", roles));
    }
    return done;
  }

  private static List<String> rolesOf(Database database, String name) throws SQLException {
    List<String> roles = new ArrayList<>();
    for (TeamStore.Role role : TeamStore.Role.values()) {
      roles.addAll(
          database.list(
              "SELECT rolname FROM pg_roles WHERE rolname = ?",
              row -> row.getString(1),
              name + "_" + role.label()));
    }
    return roles;
  }
}
