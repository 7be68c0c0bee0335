package ballast.memory.sqlite;

import ballast.memory.store.Database;
import ballast.memory.store.Placements;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A memory that Ballast made when the version of its tables was 1, with what was done to it there:
 * alignments, moves, confirmations, comments, edits, undo and redo.
 */
public final class FormerMemory {

  private static final Path FILE = Path.of("src/test/resources/memories/version-1.gz");

  /** Document, number and step of each revision as version 2 counts them, in order. */
  public static final List<String> NUMBERS =
      List.of(
          "1 1 0", "2 1 0", "1 1 1", "1 1 2", "1 1 3", "1 1 4", "1 1 5", "1 1 6", "1 1 7", "1 1 8",
          "2 1 1", "1 1 9", "1 2 0", "1 2 1", "1 2 2", "1 1 10", "1 2 3");

  /** Source and change of each pair that is confirmed. */
  public static final List<String> CONFIRMED =
      List.of(
          "河边的老磨坊 3",
          "老磨坊在河边站了一百年。 3",
          "水车早已不转了。 3",
          "好的。 6",
          "好的。 9",
          "现在磨坊里有一间小书店。 14",
          "周末总有客人。 14",
          "水很凉。 12");

  /** What no version may change. */
  public static final List<String> KEPT =
      List.of(
          "SELECT * FROM language ORDER BY id",
          "SELECT * FROM change ORDER BY id",
          "SELECT * FROM document ORDER BY id",
          "SELECT * FROM pin ORDER BY id",
          "SELECT * FROM unit_extras ORDER BY unit",
          "SELECT id, document, change, source_file, source_sha256, target_file, target_sha256,"
              + " beads, tool, digest, settings FROM revision ORDER BY id",
          "SELECT id, uid, document, source_lang, target_lang, status, confidence, created_in,"
              + " changed_in, retired_in, deleted_in, source_key, target_key, codes, source, target"
              + " FROM unit ORDER BY id",
          "SELECT id, unit, change, old_status, old_confidence, old_changed_in, old_retired_in,"
              + " old_deleted_in, old_codes, old_source, old_target FROM unit_history"
              + " WHERE old_status IS NOT NULL OR old_confidence IS NOT NULL"
              + " OR old_changed_in IS NOT NULL OR old_retired_in IS NOT NULL"
              + " OR old_deleted_in IS NOT NULL OR old_source IS NOT NULL"
              + " OR old_target IS NOT NULL ORDER BY id");

  /** The units of all revisions, with their places, as versions 1 and 2 had them. */
  public static final String FORMER_PLACES =
      "SELECT revision, position, unit, bead FROM placement ORDER BY revision, position";

  /** The same. */
  public static final String PLACES =
      "SELECT * FROM (SELECT r.id AS revision, row_number() OVER (PARTITION BY r.id,"
          + " p.unit IS NULL ORDER BY p.rank) AS position, p.unit,"
          + " row_number() OVER (PARTITION BY r.id ORDER BY p.rank) AS bead"
          + " FROM revision r JOIN placement p ON "
          + Placements.THEN
          + ") AS beads WHERE unit IS NOT NULL ORDER BY 1, 2";

  /** Gives a memory of this version the places of version 2. */
  public static final List<String> TO_VERSION_2 =
      List.of(
          "CREATE TABLE former AS " + PLACES,
          "DROP TABLE placement",
          "CREATE TABLE placement (revision BIGINT, position BIGINT, unit BIGINT, bead BIGINT,"
              + " CONSTRAINT placement_pkey PRIMARY KEY (revision, position))",
          "INSERT INTO placement SELECT * FROM former",
          "DROP TABLE former",
          "CREATE UNIQUE INDEX placement_unit ON placement (unit, revision)");

  private FormerMemory() {}

  public static void copy(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FILE))) {
      Files.copy(in, file);
    }
  }

  /** Opens a file whatever its version is. */
  public static Database open(Path file) throws SQLException {
    return Connections.connect(file, Connections.Mode.WRITE, Duration.ZERO);
  }

  /** Returns rows as text, their columns separated by blanks. */
  public static List<String> rows(Database database, String sql) throws SQLException {
    return database.list(
        sql,
        row -> {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
          }
          return String.join(" ", columns.stream().map(String::valueOf).toList());
        });
  }

  public static List<String> numbers(Database database) throws SQLException {
    return rows(database, "SELECT document, number, step FROM revision ORDER BY id");
  }

  public static List<String> confirmed(Database database) throws SQLException {
    return rows(
        database,
        "SELECT source, confirmed_in FROM unit WHERE confirmed_in IS NOT NULL ORDER BY id");
  }
}
