package ballast.memory.postgres;

import ballast.memory.sql.EngineChecks;
import ballast.memory.store.Checks;
import ballast.memory.store.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the tables of a memory on a server. The server itself watches over its pages and over the
 * references between rows.
 */
final class PostgresChecks implements EngineChecks {

  private final PostgresSchema schema;

  PostgresChecks(PostgresSchema schema) {
    this.schema = schema;
  }

  @Override
  public boolean isBlank(Statements database) throws SQLException {
    return PostgresSchema.version(database) == 0;
  }

  @Override
  public void run(Checks checks) {
    checks.run("the version", () -> checkVersion(checks));
    checks.run("the tables", () -> checkShape(checks));
  }

  private void checkVersion(Checks checks) throws SQLException {
    int version = PostgresSchema.version(checks.database());
    if (version != schema.version()) {
      checks.problem("its version is " + version + ", not " + schema.version());
    }
  }

  /** What there is beyond the shape is somebody else's, save for triggers and policies. */
  private void checkShape(Checks checks) throws SQLException {
    Optional<List<String>> wanted = PostgresShape.ofVersion(schema.version());
    if (wanted.isEmpty()) {
      return;
    }
    List<String> found = PostgresShape.of(checks.database());
    Set<String> there = found.stream().map(PostgresShape::subject).collect(Collectors.toSet());
    Set<String> expected = new TreeSet<>();
    for (String line : wanted.get()) {
      String subject = PostgresShape.subject(line);
      expected.add(subject);
      if (!there.contains(subject)) {
        checks.problem("the " + subject + " is missing");
      } else if (!found.contains(line)) {
        checks.problem("the " + subject + " is not as it should be");
      }
    }
    for (String subject : new TreeSet<>(there)) {
      boolean changesRows = subject.startsWith("trigger ") || subject.startsWith("policy ");
      if (changesRows && !expected.contains(subject)) {
        checks.problem("the " + subject + " does not belong there");
      }
    }
  }
}
