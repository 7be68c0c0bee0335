package ballast.memory.store;

import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Provenance;
import ballast.memory.UnitImport.ImportedUnit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the table {@code unit_extras}; triggers keep the rows that a change replaces. Runs inside
 * a transaction.
 */
public final class ExtrasWriter {

  /** Maximum properties that a unit collects from merged units. */
  private static final int MAX_PROPERTIES = 2_000;

  private final Database database;
  private final String insert;
  private final String select;

  public ExtrasWriter(Database database) {
    this(database, "unit_extras", "unit_extras");
  }

  /**
   * @param table receives the rows of new units
   * @param all contains the rows of all units
   */
  public ExtrasWriter(Database database, String table, String all) {
    this.database = database;
    this.insert =
        """
        INSERT INTO %s (unit, created, changed, author, document, extras)
        VALUES (?, ?, ?, ?, ?, ?)
        """
            .formatted(table);
    this.select = "SELECT COALESCE(extras, '') FROM %s WHERE unit = ?".formatted(all);
  }

  /**
   * A row; null where the value equals the memory's own record.
   *
   * @param created seconds since 1970
   * @param changed seconds since 1970
   * @param extras in the format of {@link ExtrasColumn}
   */
  public record Row(
      @Nullable Long created,
      @Nullable Long changed,
      @Nullable String author,
      @Nullable String document,
      @Nullable String extras) {

    /** Returns the values of an imported unit that differ from those of an import at {@code at}. */
    public static Row of(ImportedUnit imported, Instant at) {
      Provenance provenance = imported.unit().provenance();
      return new Row(
          seconds(imported.dated(), provenance.created(), at),
          seconds(imported.dated(), provenance.changed(), at),
          nullIfEmpty(provenance.author()),
          nullIfEmpty(provenance.document()),
          nullIfEmpty(ExtrasColumn.write(imported.unit().extras())));
    }

    private static @Nullable Long seconds(boolean dated, Instant time, Instant at) {
      return dated && !time.equals(at) ? Long.valueOf(time.getEpochSecond()) : null;
    }

    boolean isEmpty() {
      return created == null
          && changed == null
          && author == null
          && document == null
          && extras == null;
    }
  }

  Extras of(long unit) throws SQLException {
    return database
        .first(select, row -> ExtrasColumn.read(row.getString(1)), unit)
        .orElse(Extras.NONE);
  }

  /** Writes the row of a unit that has none, unless the row is empty. */
  public void write(long unit, Row row) throws SQLException {
    if (!row.isEmpty()) {
      database.updateSoon(
          insert, unit, row.created(), row.changed(), row.author(), row.document(), row.extras());
    }
  }

  /** Gives a unit a row, so that changing it is recorded. */
  private void ensure(long unit) throws SQLException {
    database.update("INSERT INTO unit_extras (unit) VALUES (?) ON CONFLICT DO NOTHING", unit);
  }

  /** Updates a unit that received the texts of another one; its creation date stays. */
  public void replace(long unit, Row row) throws SQLException {
    ensure(unit);
    database.update(
        """
        INSERT INTO unit_extras (unit, changed, author, extras) VALUES (?, ?, ?, ?)
        ON CONFLICT (unit) DO UPDATE
        SET changed = excluded.changed, author = excluded.author, extras = excluded.extras
        """,
        unit,
        row.changed(),
        row.author(),
        row.extras());
  }

  /** Updates a unit that received the status of another one. */
  public void setChanged(long unit, Row row) throws SQLException {
    ensure(unit);
    database.update(
        """
        INSERT INTO unit_extras (unit, changed, author) VALUES (?, ?, ?)
        ON CONFLICT (unit) DO UPDATE SET changed = excluded.changed, author = excluded.author
        """,
        unit,
        row.changed(),
        row.author());
  }

  /** Adds extras of {@code more} to those of a unit; empty if this adds nothing. */
  public Optional<Extras> merged(long unit, Extras more) throws SQLException {
    if (more.isEmpty()) {
      return Optional.empty();
    }
    Extras old = of(unit);
    return Optional.of(merged(old, more)).filter(merged -> !merged.equals(old));
  }

  public void setExtras(long unit, Extras extras) throws SQLException {
    ensure(unit);
    database.update(
        """
        INSERT INTO unit_extras (unit, extras) VALUES (?, ?)
        ON CONFLICT (unit) DO UPDATE SET extras = excluded.extras
        """,
        unit,
        ExtrasColumn.write(extras));
  }

  /** Restores the rows that the change {@code undone} replaced. */
  void giveBack(long undone) throws SQLException {
    database.update(
        """
        INSERT INTO unit_extras (unit) SELECT unit FROM unit_extras_history WHERE change = ?
        ON CONFLICT DO NOTHING
        """,
        undone);
    database.update(
        """
        INSERT INTO unit_extras (unit, changed, author, extras)
        SELECT unit, changed, author, extras FROM unit_extras_history WHERE change = ?
        ON CONFLICT (unit) DO UPDATE
        SET changed = excluded.changed, author = excluded.author, extras = excluded.extras
        """,
        undone);
  }

  /**
   * Compares attributes by name and everything else by value. A second context becomes properties.
   */
  private static Extras merged(Extras old, Extras more) {
    List<Property> properties = new ArrayList<>(old.properties());
    for (Property property : more.properties()) {
      boolean known =
          property.kind() == Kind.ATTRIBUTE
              ? old.value(property.scope(), Kind.ATTRIBUTE, property.name()).isPresent()
              : properties.contains(property);
      add(properties, known ? null : property);
    }
    Context context = old.context().isEmpty() ? more.context() : old.context();
    if (!more.context().isEmpty() && !more.context().equals(context)) {
      for (Property property :
          List.of(
              Property.ofUnit("x-context-pre", more.context().before()),
              Property.ofUnit("x-context-post", more.context().after()))) {
        boolean adds = !property.value().isEmpty() && !properties.contains(property);
        add(properties, adds ? property : null);
      }
    }
    return new Extras(properties, context);
  }

  private static void add(List<Property> properties, @Nullable Property property) {
    if (property != null && properties.size() < MAX_PROPERTIES) {
      properties.add(property);
    }
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
