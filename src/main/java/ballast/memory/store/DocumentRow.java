package ballast.memory.store;

import ballast.bitext.InputException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The row of a document.
 *
 * @param id its row
 * @param name the document's name
 * @param sourceLang tag of its source language
 * @param targetLang tag of its target language
 */
record DocumentRow(long id, String name, String sourceLang, String targetLang) {

  /** All documents, by name in code point order. */
  static List<DocumentRow> all(Database database) throws SQLException {
    return database.list(
        """
        SELECT d.id, d.name, s.tag, t.tag
        FROM document d
        JOIN language s ON s.id = d.source_lang
        JOIN language t ON t.id = d.target_lang
        ORDER BY d.name
        """,
        row ->
            new DocumentRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /** The document of that name. */
  static Optional<DocumentRow> find(Database database, String name) throws SQLException {
    return database
        .list(
            """
            SELECT d.id, d.name, s.tag, t.tag
            FROM document d
            JOIN language s ON s.id = d.source_lang
            JOIN language t ON t.id = d.target_lang
            WHERE d.name = ?
            """,
            row ->
                new DocumentRow(
                    row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
            name)
        .stream()
        .findFirst();
  }

  /**
   * The document of that name.
   *
   * @throws InputException if there is none
   */
  static DocumentRow require(Database database, String name) throws SQLException {
    return find(database, name)
        .orElseThrow(
            () ->
                new InputException(
                    "there is no document \""
                        + name
                        + "\" in the memory \""
                        + database.place()
                        + "\"",
                    "`ballast tm list` shows the documents"));
  }
}
