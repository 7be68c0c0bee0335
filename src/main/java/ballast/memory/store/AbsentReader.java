package ballast.memory.store;

import ballast.memory.AbsentUnits;
import ballast.memory.CommandInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the deleted units of documents, and the units that represent them.
 *
 * <p>Removing duplicates deletes a unit with a note that names the survivor. The survivor may later
 * become a duplicate of a third unit.
 */
public final class AbsentReader {

  private static final String SAME_AS = "same as unit ";

  private final Database database;

  public AbsentReader(Database database) {
    this.database = database;
  }

  /** Returns the note for a unit deleted as a duplicate of {@code survivor}. */
  public static String note(String survivor) {
    return SAME_AS + survivor;
  }

  /** Returns the unit named by a note of {@link #note}; empty for any other note. */
  public static String survivor(String note) {
    return note.startsWith(SAME_AS) ? note.substring(SAME_AS.length()) : "";
  }

  private record Absent(String uid, long deletedIn, Texts texts, String survivor) {}

  private record Texts(int source, int target) {}

  /** Describes the deleted units of a document. */
  AbsentUnits of(long document) throws SQLException {
    List<Absent> absent =
        database.list(
            """
            SELECT u.uid, u.deleted_in, u.source_key, u.target_key, COALESCE(h.note, '')
            FROM placement p
            CROSS JOIN unit u
            LEFT JOIN unit_history h ON h.unit = u.id AND h.change = u.deleted_in
            WHERE p.document = ? AND %s AND u.id = p.unit AND u.deleted_in IS NOT NULL
            """
                .formatted(Placements.NOW),
            row ->
                new Absent(
                    UnitId.text(row.getLong(1)),
                    row.getLong(2),
                    new Texts(row.getInt(3), row.getInt(4)),
                    survivor(row.getString(5))),
            document);
    List<Absent> duplicates = absent.stream().filter(unit -> !unit.survivor().isEmpty()).toList();
    if (duplicates.isEmpty()) {
      return absent.isEmpty()
          ? AbsentUnits.NONE
          : new AbsentUnits(absent.size(), new TreeMap<>(), new TreeMap<>());
    }
    Duplicates all = duplicates();
    Map<String, Survivor> survivors =
        survivors(duplicates.stream().map(unit -> all.root(unit.uid())).distinct().toList());
    SortedMap<String, Integer> merged = new TreeMap<>();
    SortedMap<String, Integer> orphaned = new TreeMap<>();
    int deleted = absent.size() - duplicates.size();
    for (Absent unit : duplicates) {
      Survivor survivor = survivors.getOrDefault(all.root(unit.uid()), Survivor.UNKNOWN);
      (survivor.represents(unit) ? merged : orphaned).merge(survivor.document(), 1, Integer::sum);
    }
    return new AbsentUnits(deleted, merged, orphaned);
  }

  /**
   * The unit kept from a group of duplicates.
   *
   * @param document empty if it has none
   * @param changedIn the last change of its texts; 0 if there is none
   */
  private record Survivor(String document, boolean present, Texts texts, long changedIn) {
    static final Survivor UNKNOWN = new Survivor("", false, new Texts(0, 0), 0);

    boolean represents(Absent unit) {
      return present && (texts.equals(unit.texts()) || changedIn < unit.deletedIn());
    }
  }

  private Map<String, Survivor> survivors(List<String> uids) throws SQLException {
    Map<String, Survivor> survivors = new HashMap<>();
    database.forEach(
        """
        SELECT u.uid, COALESCE(d.name, ''), COALESCE(u.retired_in, u.deleted_in, 0),
          u.source_key, u.target_key,
          COALESCE((SELECT max(h.change) FROM unit_history h
                    WHERE h.unit = u.id AND h.kind = 'changed'), 0)
        FROM %s wanted
        CROSS JOIN unit u
        LEFT JOIN document d ON d.id = u.document
        WHERE u.uid = wanted.value
        """
            .formatted(database.engine().numbers()),
        row ->
            survivors.put(
                UnitId.text(row.getLong(1)),
                new Survivor(
                    row.getString(2),
                    row.getLong(3) == 0,
                    new Texts(row.getInt(4), row.getInt(5)),
                    row.getLong(6))),
        UnitId.array(uids));
    return survivors;
  }

  private record Duplicate(String document, boolean retired, String survivor) {}

  private record Duplicates(Map<String, Duplicate> byUid) {

    /** Follows the notes to the last survivor; a unit that is no duplicate is its own. */
    String root(String uid) {
      String root = uid;
      for (Duplicate one = byUid.get(uid); one != null; one = byUid.get(root)) {
        root = one.survivor();
      }
      return root;
    }
  }

  private Duplicates duplicates() throws SQLException {
    Map<String, Duplicate> byUid = new HashMap<>();
    database.forEach(
        """
        SELECT u.uid, COALESCE(d.name, ''), COALESCE(u.retired_in, 0), h.note
        FROM change c
        CROSS JOIN unit_history h
        CROSS JOIN unit u
        LEFT JOIN document d ON d.id = u.document
        WHERE c.kind = ? AND h.change = c.id AND h.note IS NOT NULL
          AND u.id = h.unit AND u.deleted_in = c.id
        """,
        row ->
            byUid.put(
                UnitId.text(row.getLong(1)),
                new Duplicate(row.getString(2), row.getLong(3) != 0, survivor(row.getString(4)))),
        CommandInfo.DEDUPLICATED);
    return new Duplicates(byUid);
  }

  /** A unit kept in place of a duplicate. */
  record Representative(String uid, String document) {}

  /** Returns the representatives of those units that were deleted as duplicates. */
  Map<String, Representative> representatives(List<String> uids) throws SQLException {
    Duplicates all = duplicates();
    Map<String, Survivor> survivors = survivors(uids.stream().map(all::root).distinct().toList());
    Map<String, Representative> found = new HashMap<>();
    for (String uid : uids) {
      String root = all.root(uid);
      if (!root.equals(uid)) {
        String document = survivors.getOrDefault(root, Survivor.UNKNOWN).document();
        found.put(uid, new Representative(root, document));
      }
    }
    return found;
  }

  /**
   * Counts, by document, the deleted duplicates that these units represent.
   *
   * @param uids units that are about to be deleted
   */
  public SortedMap<String, Integer> representedBy(Set<String> uids) throws SQLException {
    SortedMap<String, Integer> documents = new TreeMap<>();
    Duplicates all = duplicates();
    all.byUid()
        .forEach(
            (uid, one) -> {
              if (!one.retired() && uids.contains(all.root(uid))) {
                documents.merge(one.document(), 1, Integer::sum);
              }
            });
    return documents;
  }
}
