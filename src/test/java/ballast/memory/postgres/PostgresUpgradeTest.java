package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import ballast.memory.TeamStore;
import ballast.memory.contract.Revisions;
import ballast.memory.sqlite.FormerMemory;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner of a memory of version 1 makes it one of this version with {@code tm init}. */
final class PostgresUpgradeTest extends PostgresTest {

  private static final List<String> TABLES =
      List.of(
          "language",
          "change",
          "document",
          "revision",
          "unit",
          "placement",
          "unit_history",
          "unit_extras",
          "pin",
          "recorded_beads");

  private final Map<String, List<String>> before = new HashMap<>();

  /** Makes the tables as version 1 did, and fills them from a file of that version. */
  @BeforeEach
  void makeFormer() throws Exception {
    Path file = folder.resolve("former.db");
    FormerMemory.copy(file);
    sql("CREATE SCHEMA {}");
    try (Database from = FormerMemory.open(file);
        Database to = setup()) {
      to.execute("SET search_path = \"" + schema + "\", pg_temp");
      to.executeAll(Database.statements("/memories/postgres-version-1.sql"));
      to.execute("SET session_replication_role = replica");
      for (String table : TABLES) {
        from.forEach(
            "SELECT * FROM " + table,
            row -> {
              List<String> columns = new ArrayList<>();
              List<Object> values = new ArrayList<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (row.getObject(i) != null) {
                  columns.add(row.getMetaData().getColumnName(i));
                  values.add(row.getObject(i));
                }
              }
              to.update(
                  "INSERT INTO %s (%s) VALUES (%s)"
                      .formatted(
                          table,
                          String.join(", ", columns),
                          columns.stream().map(c -> "?").collect(Collectors.joining(", "))),
                  values.toArray());
            });
      }
      for (String table : List.of("language", "unit_history", "pin")) {
        to.number(
            "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) FROM %1$s"
                .formatted(table));
      }
      for (String kept : FormerMemory.KEPT) {
        before.put(kept, FormerMemory.rows(to, kept));
      }
      before.put(FormerMemory.PLACES, FormerMemory.rows(to, FormerMemory.FORMER_PLACES));
    }
  }

  private Database setup() {
    return new PostgresOpener(address, CacheFolder.NONE, GuardedSockets.PATIENCE).forSetup();
  }

  @Test
  void itsOwnerUpgradesItAndNothingIsLost() throws SQLException {
    assertThat(owner.make().done()).contains("brought the memory from version 1 to 4");
    assertThat(owner.verify()).isEmpty();
    try (Database database = setup()) {
      before.forEach((kept, rows) -> assertRows(database, kept, rows));
      assertThat(FormerMemory.numbers(database)).isEqualTo(FormerMemory.NUMBERS);
      assertThat(FormerMemory.confirmed(database)).isEqualTo(FormerMemory.CONFIRMED);
    }
    assertThat(owner.make().done()).doesNotContain("brought the memory from version 1 to 4");
  }

  @Test
  void thePlacesOfVersion2Stay() throws SQLException {
    owner.make();
    try (Database database = setup()) {
      database.execute("SET search_path = \"" + schema + "\", pg_temp");
      database.executeAll(FormerMemory.TO_VERSION_2);
      database.execute("UPDATE memory SET schema_version = 2");
    }
    assertThat(owner.make().done()).contains("brought the memory from version 2 to 4");
    assertThat(owner.verify()).isEmpty();
    try (Database database = setup()) {
      assertRows(
          database, FormerMemory.PLACES, before.getOrDefault(FormerMemory.PLACES, List.of()));
    }
  }

  @Test
  void theFunctionsOfVersion3AreMadeAgain() throws SQLException {
    owner.make();
    sql("DROP FUNCTION {}.refused_change CASCADE");
    sql("UPDATE {}.memory SET schema_version = 3");
    assertThat(owner.make().done()).contains("brought the memory from version 3 to 4");
    assertThat(owner.verify()).isEmpty();
  }

  private static void assertRows(Database database, String sql, List<String> rows) {
    try {
      assertThat(FormerMemory.rows(database, sql)).as(sql).isEqualTo(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itsMembersWorkInItAfterwards() {
    owner.make();
    owner.grant(TeamStore.Role.TRANSLATOR, "ann");
    try (Memory memory = as("ann").openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.revision("other", "乙。", "B."));
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void othersAreToldThatItsOwnerHasTo() {
    sql("GRANT USAGE ON SCHEMA {} TO ann");
    sql("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO ann");
    String message = "has version 1, this Ballast needs version 4";
    assertRefused(as("ann")::openForReading, message, "its owner has to run `ballast tm init");
    assertRefused(as("ann")::make, message);
    assertRefused(owner::verify, message);
  }
}
