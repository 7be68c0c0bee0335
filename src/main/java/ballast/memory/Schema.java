package ballast.memory;

import ballast.bitext.InputException;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables of a memory, as numbered steps from an empty file on. A step is never changed once it
 * has been released; what comes later is a further step.
 *
 * <p>{@code PRAGMA application_id} is {@link #APPLICATION_ID}, the letters {@code BaTM}; {@code
 * PRAGMA user_version} is the number of the last step taken.
 *
 * <p>Times are text, UTC, whole seconds, ISO 8601: {@code 2026-03-01T09:30:00Z}. Statuses are 0
 * draft, 1 approved, 2 rejected. Confidences are hundredths. Inline codes are as {@link
 * CodesColumn} writes them, null when there are none. Keys are as {@link TextKey#hash} makes them.
 */
final class Schema {

  /** The letters {@code BaTM} as a number. */
  static final int APPLICATION_ID = 0x4261544D;

  /**
   * One step.
   *
   * @param number 1 for the first, then without gaps; the {@code user_version} it leads to
   */
  record Step(int number, List<String> statements) {
    Step {
      statements = List.copyOf(statements);
    }
  }

  private static final Step TABLES =
      new Step(
          1,
          List.of(
              """
              CREATE TABLE language (
                id INTEGER PRIMARY KEY,
                tag TEXT NOT NULL UNIQUE
              ) STRICT
              """,
              // One row for everything that one command does at one time in one person's name.
              """
              CREATE TABLE change (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                at TEXT NOT NULL,
                author TEXT NOT NULL
              ) STRICT
              """,
              """
              CREATE TABLE document (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                source_lang INTEGER NOT NULL REFERENCES language,
                target_lang INTEGER NOT NULL REFERENCES language,
                changed_in INTEGER NOT NULL REFERENCES change
              ) STRICT
              """,
              // digest: SHA-256 over ids, texts and inline codes in order, to prove the history.
              """
              CREATE TABLE revision (
                id INTEGER PRIMARY KEY,
                document INTEGER NOT NULL REFERENCES document,
                number INTEGER NOT NULL,
                change INTEGER NOT NULL REFERENCES change,
                source_file TEXT NOT NULL,
                source_sha256 TEXT NOT NULL,
                target_file TEXT NOT NULL,
                target_sha256 TEXT NOT NULL,
                source_sentences INTEGER NOT NULL,
                target_sentences INTEGER NOT NULL,
                beads INTEGER NOT NULL,
                furniture INTEGER NOT NULL,
                tool TEXT NOT NULL,
                digest TEXT NOT NULL,
                UNIQUE (document, number)
              ) STRICT
              """,
              // document: null when imported. The texts come last: they may overflow the page.
              """
              CREATE TABLE unit (
                id INTEGER PRIMARY KEY,
                uid TEXT NOT NULL UNIQUE,
                document INTEGER REFERENCES document,
                source_lang INTEGER NOT NULL REFERENCES language,
                target_lang INTEGER NOT NULL REFERENCES language,
                status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 2),
                confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
                created_in INTEGER NOT NULL REFERENCES change,
                changed_in INTEGER NOT NULL REFERENCES change,
                retired_in INTEGER REFERENCES revision,
                source_key INTEGER NOT NULL,
                target_key INTEGER NOT NULL,
                codes TEXT,
                source TEXT NOT NULL,
                target TEXT NOT NULL
              ) STRICT
              """,
              "CREATE INDEX unit_source_key ON unit (source_key)",
              "CREATE INDEX unit_target_key ON unit (target_key)",
              "CREATE INDEX unit_retired ON unit (document) WHERE retired_in IS NOT NULL",
              // position: 1, 2, 3 ...; bead: the unit's bead among all beads, 0 when unknown.
              """
              CREATE TABLE placement (
                revision INTEGER NOT NULL REFERENCES revision,
                position INTEGER NOT NULL,
                unit INTEGER NOT NULL REFERENCES unit,
                bead INTEGER NOT NULL,
                PRIMARY KEY (revision, position)
              ) STRICT, WITHOUT ROWID
              """,
              "CREATE UNIQUE INDEX placement_unit ON placement (unit, revision)",
              // What a change replaced. old_*: null when the change left it as it was; old_codes is
              // empty when there were none. A revived unit has old_retired_in.
              """
              CREATE TABLE unit_history (
                id INTEGER PRIMARY KEY,
                unit INTEGER NOT NULL REFERENCES unit,
                change INTEGER NOT NULL REFERENCES change,
                kind TEXT NOT NULL CHECK (kind IN ('changed', 'retired', 'revived', 'judged')),
                old_status INTEGER,
                old_confidence INTEGER,
                old_changed_in INTEGER REFERENCES change,
                old_retired_in INTEGER REFERENCES revision,
                old_codes TEXT,
                old_source TEXT,
                old_target TEXT,
                UNIQUE (unit, change)
              ) STRICT
              """));

  // So that a run over many documents can tell which of them it need not align again.
  private static final Step SETTINGS =
      new Step(2, List.of("ALTER TABLE revision ADD COLUMN settings TEXT NOT NULL DEFAULT ''"));

  // So that a command can be taken back, and a unit deleted, without anything being lost.
  private static final Step CARE =
      new Step(
          3,
          List.of(
              // The first change of the command that made this one; null when it is itself.
              "ALTER TABLE change ADD COLUMN command INTEGER REFERENCES change",
              // The change that this one takes back.
              "ALTER TABLE change ADD COLUMN undoes INTEGER REFERENCES change",
              // What was asked for, in the words of the command line.
              "ALTER TABLE change ADD COLUMN note TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE unit ADD COLUMN deleted_in INTEGER REFERENCES change",
              "CREATE INDEX unit_deleted ON unit (document) WHERE deleted_in IS NOT NULL",
              "CREATE INDEX unit_created ON unit (created_in)",
              // As before, with more kinds. old_deleted_in: 0 when it was not deleted. note: what
              // the texts do not show, for example which unit a duplicate went into.
              """
              CREATE TABLE unit_history_new (
                id INTEGER PRIMARY KEY,
                unit INTEGER NOT NULL REFERENCES unit,
                change INTEGER NOT NULL REFERENCES change,
                kind TEXT NOT NULL CHECK (kind IN ('changed', 'retired', 'revived', 'judged',
                  'deleted', 'restored', 'scored')),
                old_status INTEGER,
                old_confidence INTEGER,
                old_changed_in INTEGER REFERENCES change,
                old_retired_in INTEGER REFERENCES revision,
                old_deleted_in INTEGER,
                old_codes TEXT,
                old_source TEXT,
                old_target TEXT,
                note TEXT,
                UNIQUE (unit, change)
              ) STRICT
              """,
              """
              INSERT INTO unit_history_new (id, unit, change, kind, old_status, old_confidence,
                old_changed_in, old_retired_in, old_codes, old_source, old_target)
              SELECT id, unit, change, kind, old_status, old_confidence, old_changed_in,
                old_retired_in, old_codes, old_source, old_target
              FROM unit_history
              """,
              "DROP TABLE unit_history",
              "ALTER TABLE unit_history_new RENAME TO unit_history",
              "CREATE INDEX unit_history_change ON unit_history (change)"));

  private static final Step IMPORTS =
      new Step(
          4,
          List.of(
              // What a file that was imported says of a unit; only where it says something. created
              // and changed: seconds since 1970, in place of the dates of the change rows; changed
              // and author count while the unit's last change is an import, author is '' otherwise.
              // document: of a unit that came with no revision. extras: as ExtrasColumn writes
              // them.
              """
              CREATE TABLE unit_extras (
                unit INTEGER PRIMARY KEY REFERENCES unit,
                created INTEGER,
                changed INTEGER,
                author TEXT,
                document TEXT,
                extras TEXT
              ) STRICT
              """,
              """
              CREATE INDEX unit_extras_document ON unit_extras (document)
              WHERE document IS NOT NULL
              """,
              // What a later import replaced of it.
              """
              CREATE TABLE unit_extras_history (
                unit INTEGER NOT NULL REFERENCES unit,
                change INTEGER NOT NULL REFERENCES change,
                changed INTEGER,
                author TEXT,
                extras TEXT,
                PRIMARY KEY (unit, change)
              ) STRICT, WITHOUT ROWID
              """,
              // An import looks for both texts at once; many units may have one source text.
              "DROP INDEX unit_source_key",
              "CREATE INDEX unit_source_key ON unit (source_key, target_key)"));

  // The index for texts that are alike: see FuzzyIndex. The units are the truth; all of this can be
  // made again from them.
  private static final Step FUZZY =
      new Step(
          5,
          List.of(
              // One row. covered: the parts have all units up to this id, apart from those pending.
              // generation: grows whenever parts come or go.
              """
              CREATE TABLE fuzzy_state (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                version INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                covered INTEGER NOT NULL
              ) STRICT
              """,
              "INSERT INTO fuzzy_state VALUES (1, 0, 0, 0)",
              // side: 0 source, 1 target; measure: see fuzzy.Measure; head: see fuzzy.Part.
              """
              CREATE TABLE fuzzy_part (
                id INTEGER PRIMARY KEY,
                side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 1),
                measure INTEGER NOT NULL,
                first_block INTEGER NOT NULL,
                blocks INTEGER NOT NULL,
                slots INTEGER NOT NULL,
                crc INTEGER NOT NULL,
                head BLOB NOT NULL
              ) STRICT
              """,
              // crc: CRC-32C of the bytes.
              """
              CREATE TABLE fuzzy_block (
                id INTEGER PRIMARY KEY,
                crc INTEGER NOT NULL,
                bytes BLOB NOT NULL
              ) STRICT
              """,
              // Units whose texts have changed or gone since; the parts do not have the new ones.
              """
              CREATE TABLE fuzzy_pending (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                unit INTEGER NOT NULL
              ) STRICT
              """,
              """
              CREATE TRIGGER fuzzy_changed
              AFTER UPDATE OF source, target, source_lang, target_lang ON unit
              BEGIN
                INSERT INTO fuzzy_pending (unit) VALUES (NEW.id);
              END
              """,
              // The id may be given again.
              """
              CREATE TRIGGER fuzzy_deleted AFTER DELETE ON unit
              BEGIN
                INSERT INTO fuzzy_pending (unit) VALUES (OLD.id);
              END
              """));

  /** The schema of this version of Ballast. */
  static final Schema CURRENT = new Schema(List.of(TABLES, SETTINGS, CARE, IMPORTS, FUZZY));

  private final List<Step> steps;

  /** A schema of these steps, numbered from 1. */
  Schema(List<Step> steps) {
    this.steps = List.copyOf(steps);
    for (int i = 0; i < this.steps.size(); i++) {
      if (this.steps.get(i).number() != i + 1) {
        throw new IllegalArgumentException("step " + this.steps.get(i).number() + " at " + i);
      }
    }
  }

  /** The schema as it was after step {@code number}. */
  Schema upTo(int number) {
    return new Schema(steps.subList(0, number));
  }

  /** The number of the last step. */
  int version() {
    return steps.size();
  }

  /**
   * Takes every step that the file lacks, each in a transaction of its own.
   *
   * @throws InputException if the file is of a later version than this
   */
  void migrate(Database database) throws SQLException {
    for (Step step : steps) {
      if (versionOf(database) < step.number()) {
        database.write(
            () -> {
              // Another process may have taken it while this one waited.
              if (versionOf(database) < step.number()) {
                take(database, step);
              }
              return step;
            });
      }
    }
  }

  /** The {@code user_version} of a file. */
  static int versionOf(Database database) throws SQLException {
    return (int) database.number("PRAGMA user_version");
  }

  private static void take(Database database, Step step) throws SQLException {
    if (step.number() == 1) {
      database.execute("PRAGMA application_id = " + APPLICATION_ID);
    }
    for (String statement : step.statements()) {
      database.execute(statement);
    }
    database.execute("PRAGMA user_version = " + step.number());
  }
}
