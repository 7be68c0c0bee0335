package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import ballast.memory.AbsentUnits;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.Revision.PinTally;
import ballast.memory.Statistics;
import ballast.memory.Statistics.HiddenUnits;
import ballast.memory.Statistics.StatusCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the data of documents and revisions, and the statistics of the memory. */
public final class StoredDocuments {

  /** Selects documents, except those with an undone first alignment. */
  public static final String PRESENT =
      """
      SELECT * FROM document d
      WHERE (SELECT r.source_file FROM revision r WHERE r.document = d.id
             ORDER BY r.id DESC LIMIT 1) <> ''
      """;

  private final Database database;

  public StoredDocuments(Database database) {
    this.database = database;
  }

  public List<DocumentSummary> documents() throws SQLException {
    return database.list(
        """
        SELECT d.name, s.tag, t.tag,
          (SELECT count(DISTINCT number) FROM revision r WHERE r.document = d.id),
          (SELECT count(*) FROM placement p WHERE p.document = d.id AND %s)
          - (SELECT count(*) FROM unit u
             WHERE u.document = d.id AND u.deleted_in IS NOT NULL AND u.retired_in IS NULL),
          c.at
        FROM (%s) d
        JOIN language s ON s.id = d.source_lang
        JOIN language t ON t.id = d.target_lang
        JOIN change c ON c.id = d.changed_in
        ORDER BY d.name
        """
            .formatted(Placements.NOW, PRESENT),
        row ->
            new DocumentSummary(
                row.getString(1),
                new Lang(row.getString(2)),
                new Lang(row.getString(3)),
                row.getInt(4),
                row.getInt(5),
                Instant.parse(row.getString(6))));
  }

  /** See {@link Memory#longestDocumentName}. */
  public String longestName() throws SQLException {
    return database
        .first(
            """
            SELECT name FROM (
              SELECT name FROM document
              UNION SELECT document FROM unit_extras WHERE document IS NOT NULL) AS names
            ORDER BY octet_length(name) DESC, name LIMIT 1
            """,
            row -> row.getString(1))
        .orElse("");
  }

  public List<Lang> sourceLanguages() throws SQLException {
    return database.list(
        """
        SELECT tag FROM language l
        WHERE EXISTS (
          SELECT 1 FROM unit u
          WHERE u.source_lang = l.id AND u.retired_in IS NULL AND u.deleted_in IS NULL)
        ORDER BY tag
        """,
        row -> new Lang(row.getString(1)));
  }

  public List<Revision> revisions(String document) throws SQLException {
    List<Revision> revisions = revisions(DocumentRow.require(database, document), /* all= */ true);
    if (revisions.isEmpty()) {
      throw new IllegalArgumentException("\"" + document + "\" has no revision any more");
    }
    return revisions;
  }

  public Optional<Revision> latestRevision(String document) throws SQLException {
    Optional<DocumentRow> row = DocumentRow.find(database, document);
    return row.isEmpty() ? Optional.empty() : latestRevision(row.get());
  }

  Optional<Revision> latestRevision(DocumentRow document) throws SQLException {
    return revisions(document, /* all= */ false).stream().findFirst();
  }

  public List<Revision.Origin> origins() throws SQLException {
    return database.list(
        """
        SELECT d.name, max(max(r.number)) OVER (PARTITION BY d.name), r.source_file, r.target_file
        FROM (%s) d
        JOIN revision r ON r.document = d.id
        GROUP BY d.name, r.source_file, r.target_file
        ORDER BY max(r.number)
        """
            .formatted(PRESENT),
        row ->
            new Revision.Origin(
                row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
  }

  /**
   * Returns the last state of each revision, up to the present one; those with a higher number were
   * undone.
   *
   * @param all false: only the present one
   */
  private List<Revision> revisions(DocumentRow document, boolean all) throws SQLException {
    long[] latestLacking = new long[1];
    List<Revision> revisions = new ArrayList<>();
    database.forEach(
        """
        SELECT r.number, r.step, c.at, c.author, r.source_file, r.source_sha256, r.target_file,
          r.target_sha256, r.source_sentences, r.target_sentences, r.beads, r.furniture, r.tool,
          r.settings, (SELECT count(p.unit) FROM placement p WHERE %s),
          (SELECT count(*) FROM pin JOIN revision s ON s.id = set_in
           WHERE s.document = r.document AND s.number = r.number AND continues IS NULL),
          (SELECT count(*) FROM pin JOIN revision s ON s.id = taken_in
           WHERE s.document = r.document AND s.number = r.number)
          - (SELECT count(*) FROM pin JOIN revision s ON s.id = set_in
             WHERE s.document = r.document AND s.number = r.number AND continues IS NOT NULL),
          CASE WHEN EXISTS (
            SELECT 1 FROM unit u
            WHERE u.document = r.document AND u.deleted_in IS NOT NULL AND u.retired_in IS NULL)
          THEN r.document ELSE 0 END, %s
        FROM revision last
        JOIN revision r ON r.document = last.document AND r.id = (
          SELECT max(id) FROM revision s
          WHERE s.document = last.document AND s.number = r.number)
        JOIN change c ON c.id = (
          SELECT min(s.change) FROM revision s
          WHERE s.document = last.document AND s.number = r.number)
        WHERE last.id = (SELECT max(id) FROM revision WHERE document = ?)
          AND (r.id = last.id OR (r.number < last.number AND ? = 1))
        ORDER BY r.number
        """
            .formatted(Placements.THEN, CommandLog.number("COALESCE(c.command, c.id)")),
        row -> {
          latestLacking[0] = row.getLong(18);
          revisions.add(
              new Revision(
                  document.name(),
                  row.getInt(1),
                  row.getInt(2),
                  row.getLong(19),
                  Instant.parse(row.getString(3)),
                  run(row),
                  row.getInt(15),
                  new PinTally(row.getInt(16), row.getInt(17)),
                  AbsentUnits.NONE));
        },
        document.id(),
        all ? 1 : 0);
    if (latestLacking[0] != 0) {
      Revision latest = revisions.remove(revisions.size() - 1);
      revisions.add(latest.lacking(new AbsentReader(database).of(latestLacking[0])));
    }
    return revisions;
  }

  private static Revision.Run run(ResultSet row) throws SQLException {
    return new Revision.Run(
        row.getString(4),
        new Revision.Files(
            new AlignedFile(row.getString(5), row.getString(6)),
            new AlignedFile(row.getString(7), row.getString(8))),
        new Revision.Counts(row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12)),
        row.getString(13),
        row.getString(14));
  }

  public Statistics statistics() throws SQLException {
    Map<Unit.Status, Long> byStatus = new EnumMap<>(Unit.Status.class);
    long[] characters = new long[1];
    long[] words = new long[1];
    database.forEach(
        "SELECT status, source, target FROM unit WHERE retired_in IS NULL AND deleted_in IS NULL",
        row -> {
          byStatus.merge(UnitRows.status(row.getInt(1)), 1L, Long::sum);
          characters[0] += hanCharacters(row.getString(2));
          words[0] += words(row.getString(3));
        });
    return new Statistics(
        (int) database.number("SELECT count(*) FROM (%s) AS present".formatted(PRESENT)),
        (int)
            database.number(
                "SELECT count(*) FROM (SELECT DISTINCT document, number FROM revision) AS texts"),
        new StatusCounts(byStatus),
        hidden(),
        characters[0],
        words[0],
        database.engine().bytes(database));
  }

  /** Whether the memory has never been changed. */
  public boolean isBlank() throws SQLException {
    return database.number("SELECT count(*) FROM (SELECT 1 FROM change LIMIT 1) AS one") == 0;
  }

  /** Counts the units that are neither retired nor deleted. */
  public long unitCount() throws SQLException {
    HiddenUnits hidden = hidden();
    return database.number("SELECT count(*) FROM unit") - hidden.retired() - hidden.deleted();
  }

  /** Counts the units that a compaction would remove. */
  public HiddenUnits hidden() throws SQLException {
    return new HiddenUnits(
        database.number(
            "SELECT count(*) FROM unit WHERE retired_in IS NOT NULL AND deleted_in IS NULL"),
        database.number("SELECT count(*) FROM unit WHERE deleted_in IS NOT NULL"));
  }

  static long hanCharacters(String text) {
    return text.codePoints().filter(Han::isHan).count();
  }

  static long words(String text) {
    long words = 0;
    boolean counted = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (WhiteSpace.isSpace(c)) {
        counted = false;
      } else if (!counted && Character.isLetterOrDigit(c)) {
        counted = true;
        words++;
      }
      i += Character.charCount(c);
    }
    return words;
  }

  /**
   * @param id its row
   * @param sourceLang language tag
   * @param targetLang language tag
   */
  record DocumentRow(long id, String name, String sourceLang, String targetLang) {

    private static final String SELECT =
        """
        SELECT d.id, d.name, s.tag, t.tag
        FROM document d
        JOIN language s ON s.id = d.source_lang
        JOIN language t ON t.id = d.target_lang
        """;

    private static DocumentRow of(ResultSet row) throws SQLException {
      return new DocumentRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** Returns all documents, by name in code point order. */
    static List<DocumentRow> all(Database database) throws SQLException {
      return database.list(SELECT + "ORDER BY d.name", DocumentRow::of);
    }

    static Optional<DocumentRow> find(Database database, String name) throws SQLException {
      return database.first(SELECT + "WHERE d.name = ?", DocumentRow::of, name);
    }

    /**
     * @throws InputException if there is no document with this name
     */
    static DocumentRow require(Database database, String name) throws SQLException {
      return find(database, name)
          .orElseThrow(
              () ->
                  new InputException(
                      "there is no document \"%s\" in the memory \"%s\""
                          .formatted(name, database.place()),
                      "`ballast tm list` shows the documents"));
    }
  }
}
