package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.memory.Comments;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.Comment;
import ballast.memory.Comments.New;
import ballast.memory.Comments.Remark;
import ballast.memory.TextKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes comments. Rows are only added; a remark counts unless its change is undone at
 * present.
 */
public final class CommentStore {

  /** SQL for the changes with remarks that are undone at present: by an odd number of reversals. */
  private static final String UNDONE =
      """
      (WITH RECURSIVE reversal (change, latest) AS (
        SELECT undoes, id FROM change WHERE undoes IN (SELECT change FROM comment)
        UNION ALL
        SELECT r.change, c.id FROM reversal r JOIN change c ON c.undoes = r.latest)
      SELECT change FROM reversal GROUP BY change HAVING count(*) % 2 = 1)
      """;

  /** The column {@code act} has their places here. */
  private static final List<Act> ACTS = List.of(Act.SAY, Act.RESOLVE, Act.REOPEN);

  private final Database database;

  public CommentStore(Database database) {
    this.database = database;
  }

  /** Reads all comments of the memory. */
  public Comments read() throws SQLException {
    Map<String, Owner> owners = owners();
    Map<Long, Comment> comments = new LinkedHashMap<>();
    database.forEach(
        """
        SELECT COALESCE(m.reply_to, m.id), u.uid, COALESCE(d.name, x.document, ''), c.author, c.at,
          m.text, m.act
        FROM comment m
        JOIN unit u ON u.id = m.unit
        JOIN change c ON c.id = m.change
        LEFT JOIN document d ON d.id = u.document
        LEFT JOIN unit_extras x ON x.unit = u.id
        WHERE m.change NOT IN %s
        ORDER BY m.id
        """
            .formatted(UNDONE),
        row -> {
          String unit = UnitId.text(row.getLong(2));
          Remark remark =
              new Remark(
                  row.getString(4),
                  Instant.parse(row.getString(5)),
                  row.getString(6),
                  act(row.getInt(7)));
          Owner owner = owners.getOrDefault(unit, new Owner(unit, row.getString(3)));
          Comment first =
              new Comment(row.getLong(1), owner.unit(), owner.document(), List.of(remark));
          comments.merge(first.id(), first, CommentStore::with);
        });
    return new Comments(List.copyOf(comments.values()));
  }

  static Act act(int number) {
    return ACTS.get(number);
  }

  private static Comment with(Comment comment, Comment reply) {
    List<Remark> remarks = new ArrayList<>(comment.remarks());
    remarks.addAll(reply.remarks());
    return new Comment(comment.id(), comment.unit(), comment.document(), remarks);
  }

  private record Owner(String unit, String document) {}

  /**
   * Returns, for each commented unit that is gone, the unit that has its text now: the survivor of
   * its duplicates, or a unit that changed when it retired or later and contains its text.
   */
  private Map<String, Owner> owners() throws SQLException {
    Map<String, Owner> owners = new HashMap<>();
    database.forEach(
        """
        SELECT DISTINCT u.uid, u.source, u.target, v.uid, v.source, v.target, d.name, v.id
        FROM comment m
        JOIN unit u ON u.id = m.unit AND u.retired_in IS NOT NULL
        JOIN document d ON d.id = u.document
        JOIN revision r ON r.id = u.retired_in
        JOIN placement p ON p.document = u.document AND %s
        JOIN unit v ON v.id = p.unit AND v.deleted_in IS NULL AND v.changed_in >= r.change
        ORDER BY v.id
        """
            .formatted(Placements.NOW),
        row -> {
          int side = row.getString(2).isEmpty() ? 3 : 2;
          if (row.getString(side + 3).contains(row.getString(side))) {
            owners.putIfAbsent(
                UnitId.text(row.getLong(1)),
                new Owner(UnitId.text(row.getLong(4)), row.getString(7)));
          }
        });
    List<String> deleted =
        database.list(
            "SELECT DISTINCT u.uid FROM comment m JOIN unit u ON u.id = m.unit"
                + " WHERE u.deleted_in IS NOT NULL",
            row -> UnitId.text(row.getLong(1)));
    if (!deleted.isEmpty()) {
      new AbsentReader(database)
          .representatives(deleted)
          .forEach((unit, other) -> owners.put(unit, new Owner(other.uid(), other.document())));
    }
    return owners;
  }

  /**
   * Returns the remarks of {@code said} that {@code comments} does not have yet.
   *
   * @throws InputException if a text cannot be stored, or a unit has no such comment
   */
  static List<New> fresh(Comments comments, List<New> said) {
    return said.stream().filter(remark -> isFresh(comments, remark)).toList();
  }

  private static boolean isFresh(Comments comments, New remark) {
    Optional<String> unstorable = TextKey.unstorable(remark.text());
    if (unstorable.isPresent() || (remark.text().isBlank() && remark.act() == Act.SAY)) {
      throw new InputException(
          "cannot keep the comment on unit %s: %s"
              .formatted(
                  remark.unit(),
                  unstorable.map(text -> "it contains " + text).orElse("it has no text")),
          "write it as plain text");
    }
    List<Comment> there = comments.on(remark.unit());
    if (remark.comment() == 0) {
      return there.stream().noneMatch(one -> one.remarks().get(0).text().equals(remark.text()));
    }
    Comment comment =
        there.stream()
            .filter(one -> one.id() == remark.comment())
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "unit %s has no comment #%d".formatted(remark.unit(), remark.comment()),
                        "`ballast review show` lists the comments"));
    return !comment.has(remark);
  }

  void write(New remark, long unit, long change) throws SQLException {
    @Nullable Long replyTo = remark.comment() == 0 ? null : remark.comment();
    database.updateSoon(
        "INSERT INTO comment (unit, change, reply_to, act, text) VALUES (?, ?, ?, ?, ?)",
        unit,
        change,
        replyTo,
        ACTS.indexOf(remark.act()),
        remark.text());
  }

  /** Moves comments from units that a compaction removes to those that they are shown with. */
  void move() throws SQLException {
    for (Map.Entry<String, Owner> owner : owners().entrySet()) {
      database.update(
          "UPDATE comment SET unit = (SELECT id FROM unit WHERE uid = ?)"
              + " WHERE unit = (SELECT id FROM unit WHERE uid = ?)",
          UnitId.number(owner.getValue().unit()),
          UnitId.number(owner.getKey()));
    }
  }
}
