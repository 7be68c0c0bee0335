CREATE TABLE language (
  id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE
) STRICT

-- One row for everything that one command does at one time in one person's name. command: the first
-- change of the command that made this one; null when it is itself. undoes: the change that this one
-- takes back. note: what was asked for, in the words of the command line.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  command INTEGER REFERENCES change,
  undoes INTEGER REFERENCES change,
  note TEXT NOT NULL DEFAULT ''
) STRICT

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  source_lang INTEGER NOT NULL REFERENCES language,
  target_lang INTEGER NOT NULL REFERENCES language,
  changed_in INTEGER NOT NULL REFERENCES change
) STRICT

-- The states of a document, in order. number: counts the texts that it has had. step: 0 where a text
-- came; then counts what was done to its units: moves, confirmations, undo and redo. digest: SHA-256
-- over ids, texts and inline codes in order, to prove the history. settings: so that a run over many
-- documents can tell which of them it need not align again.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  step INTEGER NOT NULL,
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
  settings TEXT NOT NULL DEFAULT '',
  UNIQUE (document, number, step)
) STRICT

-- uid: the 12 hexadecimal digits of the id as a number, shown by printf('%012x', uid). document: null
-- when imported. confirmed_in: where a user confirmed that source and target belong together. Keys:
-- the upper 32 bits of what TextKey.hash makes, signed. created_in never falls from one id to the
-- next, which is how the units of a change are found: see ChangeUnits. The texts come last: they may
-- overflow the page.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uid INTEGER NOT NULL CHECK (uid BETWEEN 0 AND 0xFFFFFFFFFFFF),
  document INTEGER REFERENCES document,
  source_lang INTEGER NOT NULL REFERENCES language,
  target_lang INTEGER NOT NULL REFERENCES language,
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 2),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  created_in INTEGER NOT NULL REFERENCES change,
  changed_in INTEGER NOT NULL REFERENCES change,
  retired_in INTEGER REFERENCES revision,
  deleted_in INTEGER REFERENCES change,
  confirmed_in INTEGER REFERENCES change,
  source_key INTEGER NOT NULL,
  target_key INTEGER NOT NULL,
  codes TEXT,
  source TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT

CREATE UNIQUE INDEX unit_uid ON unit (uid)

CREATE INDEX unit_source_key ON unit (source_key)

CREATE INDEX unit_target_key ON unit (target_key)

CREATE INDEX unit_retired ON unit (document) WHERE retired_in IS NOT NULL

CREATE INDEX unit_deleted ON unit (document) WHERE deleted_in IS NOT NULL

-- The beads of documents, in force from the revision set_in on and no more in taken_in. rank: their
-- order among those in force. unit: null for a bead without one, as unmatched sentences.
CREATE TABLE placement (
  document INTEGER NOT NULL REFERENCES document,
  rank INTEGER NOT NULL,
  set_in INTEGER NOT NULL REFERENCES revision,
  taken_in INTEGER REFERENCES revision,
  unit INTEGER REFERENCES unit,
  PRIMARY KEY (document, rank, set_in)
) STRICT, WITHOUT ROWID

CREATE UNIQUE INDEX placement_unit ON placement (unit, set_in) WHERE unit IS NOT NULL

-- What a change replaced. old_*: null when the change left it as it was; old_codes is empty when there
-- were none, old_deleted_in and old_confirmed_in 0 when it was neither. A revived unit has old_retired_in. note: what
-- the texts do not show, for example which unit a duplicate went into.
CREATE TABLE unit_history (
  id INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES unit,
  change INTEGER NOT NULL REFERENCES change,
  kind TEXT NOT NULL CHECK (kind IN ('changed', 'retired', 'revived', 'judged',
    'deleted', 'restored', 'confirmed', 'unconfirmed', 'scored')),
  old_status INTEGER,
  old_confidence INTEGER,
  old_changed_in INTEGER REFERENCES change,
  old_retired_in INTEGER REFERENCES revision,
  old_deleted_in INTEGER,
  old_confirmed_in INTEGER,
  old_codes TEXT,
  old_source TEXT,
  old_target TEXT,
  note TEXT,
  UNIQUE (unit, change)
) STRICT

CREATE INDEX unit_history_change ON unit_history (change)

-- What a file that was imported says of a unit; only where it says something. created and changed:
-- seconds since 1970, in place of the dates of the change rows; changed and author count while the
-- unit's last change is an import, author is '' otherwise. document: of a unit that came with no
-- revision. extras: as ExtrasColumn writes them.
CREATE TABLE unit_extras (
  unit INTEGER PRIMARY KEY REFERENCES unit,
  created INTEGER,
  changed INTEGER,
  author TEXT,
  document TEXT,
  extras TEXT
) STRICT

CREATE INDEX unit_extras_document ON unit_extras (document) WHERE document IS NOT NULL

-- What a later import replaced of it.
CREATE TABLE unit_extras_history (
  unit INTEGER NOT NULL REFERENCES unit,
  change INTEGER NOT NULL REFERENCES change,
  changed INTEGER,
  author TEXT,
  extras TEXT,
  PRIMARY KEY (unit, change)
) STRICT, WITHOUT ROWID

-- The beads that persons have set, in force from the revision set_in on and no more in taken_in.
-- rank: their order among those in force. continues: the row whose place this one took in set_in,
-- because the same bead stands elsewhere or has another number among equal texts. type: null when
-- nobody has said what the blocks are. occurrence and count: see PinnedText.
CREATE TABLE pin (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  set_in INTEGER NOT NULL REFERENCES revision,
  taken_in INTEGER REFERENCES revision,
  continues INTEGER REFERENCES pin,
  rank INTEGER NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed BETWEEN 0 AND 1),
  type TEXT,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  source_occurrence INTEGER NOT NULL,
  source_count INTEGER NOT NULL,
  target_occurrence INTEGER NOT NULL,
  target_count INTEGER NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  CHECK (source <> '' OR target <> '')
) STRICT

CREATE INDEX pin_document ON pin (document)

-- The beads of revisions, so that an article can be shown without being aligned again, and a move
-- be taken back as it was. What BeadsColumn writes. Derived: a revision may have none, as most of
-- the older ones (empty); then the article is aligned. texts: unmatched sentences and waivers, which
-- are in no unit, each as bead,kind,length:characters (see LooseText). These every revision keeps.
CREATE TABLE recorded_beads (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  beads BLOB NOT NULL,
  texts TEXT NOT NULL
) STRICT

-- Remarks on units: comments, and replies to them. Author and time are those of the change; a remark
-- counts unless its change is undone. act: of memory.Comments.Act, by its place.
CREATE TABLE comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit INTEGER NOT NULL REFERENCES unit,
  change INTEGER NOT NULL REFERENCES change,
  reply_to INTEGER REFERENCES comment,
  act INTEGER NOT NULL CHECK (act BETWEEN 0 AND 2),
  text TEXT NOT NULL
) STRICT

CREATE INDEX comment_unit ON comment (unit)

-- The index for texts that are alike: see FuzzyIndex. The units are the truth; all of this can be
-- made again from them.

-- One row. covered: the parts have all units up to this id, apart from those pending.
-- generation: grows whenever parts come or go. seal: a checksum of the row and of the parts that it
-- speaks of; where they differ, no unit is covered.
CREATE TABLE fuzzy_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  seal INTEGER NOT NULL
) STRICT

INSERT INTO fuzzy_state VALUES (1, 0, 0, 0, 0)

-- side: 0 source, 1 target; measure: see fuzzy.Measure; head: see fuzzy.Part.
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

-- crc: CRC-32C of the bytes.
CREATE TABLE fuzzy_block (
  id INTEGER PRIMARY KEY,
  crc INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT

-- Units whose texts have changed or gone since; the parts do not have the new ones.
CREATE TABLE fuzzy_pending (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  unit INTEGER NOT NULL
) STRICT

CREATE TRIGGER fuzzy_changed
AFTER UPDATE OF source, target, source_lang, target_lang ON unit
BEGIN
  INSERT INTO fuzzy_pending (unit) VALUES (NEW.id);
END

-- The id may be given again.
CREATE TRIGGER fuzzy_deleted AFTER DELETE ON unit
BEGIN
  INSERT INTO fuzzy_pending (unit) VALUES (OLD.id);
END

-- What a transaction writes belongs to the last change, which it has added before. Keeps what the
-- change replaces of a unit; of several times the first. A kind counts more than those before it.
CREATE TRIGGER unit_recorded AFTER UPDATE ON unit
WHEN OLD.created_in <> (SELECT max(id) FROM change)
BEGIN
  INSERT INTO unit_history (unit, change, kind, old_status, old_confidence, old_changed_in,
    old_retired_in, old_deleted_in, old_confirmed_in, old_codes, old_source, old_target)
  VALUES (NEW.id, (SELECT max(id) FROM change),
    CASE WHEN (OLD.retired_in IS NULL) <> (NEW.retired_in IS NULL)
        THEN CASE WHEN NEW.retired_in IS NULL THEN 'revived' ELSE 'retired' END
      WHEN (OLD.deleted_in IS NULL) <> (NEW.deleted_in IS NULL)
        THEN CASE WHEN NEW.deleted_in IS NULL THEN 'restored' ELSE 'deleted' END
      WHEN OLD.source <> NEW.source OR OLD.target <> NEW.target OR OLD.codes IS NOT NEW.codes
        THEN 'changed'
      WHEN OLD.status <> NEW.status THEN 'judged'
      WHEN OLD.confirmed_in IS NOT NEW.confirmed_in
        THEN CASE WHEN NEW.confirmed_in IS NULL THEN 'unconfirmed' ELSE 'confirmed' END
      ELSE 'scored' END,
    nullif(OLD.status, NEW.status), nullif(OLD.confidence, NEW.confidence),
    nullif(OLD.changed_in, NEW.changed_in), nullif(OLD.retired_in, NEW.retired_in),
    nullif(coalesce(OLD.deleted_in, 0), coalesce(NEW.deleted_in, 0)),
    nullif(coalesce(OLD.confirmed_in, 0), coalesce(NEW.confirmed_in, 0)),
    nullif(coalesce(OLD.codes, ''), coalesce(NEW.codes, '')),
    nullif(OLD.source, NEW.source), nullif(OLD.target, NEW.target))
  ON CONFLICT (unit, change) DO UPDATE SET
    kind = CASE WHEN instr('scored confirmed unconfirmed judged changed retired revived deleted restored', excluded.kind)
      > instr('scored confirmed unconfirmed judged changed retired revived deleted restored', kind)
      THEN excluded.kind ELSE kind END,
    old_status = coalesce(old_status, excluded.old_status),
    old_confidence = coalesce(old_confidence, excluded.old_confidence),
    old_changed_in = coalesce(old_changed_in, excluded.old_changed_in),
    old_retired_in = coalesce(old_retired_in, excluded.old_retired_in),
    old_deleted_in = coalesce(old_deleted_in, excluded.old_deleted_in),
    old_confirmed_in = coalesce(old_confirmed_in, excluded.old_confirmed_in),
    old_codes = coalesce(old_codes, excluded.old_codes),
    old_source = coalesce(old_source, excluded.old_source),
    old_target = coalesce(old_target, excluded.old_target);
END

-- What a change notes about a unit.
CREATE VIEW unit_note AS SELECT unit, note FROM unit_history WHERE note IS NOT NULL

CREATE TRIGGER note_added INSTEAD OF INSERT ON unit_note
BEGIN
  INSERT INTO unit_history (unit, change, kind, note)
  VALUES (NEW.unit, (SELECT max(id) FROM change), 'judged', NEW.note)
  ON CONFLICT (unit, change) DO UPDATE SET note = excluded.note;
END

CREATE TRIGGER extras_changed AFTER UPDATE ON unit_extras
WHEN (SELECT created_in FROM unit WHERE id = NEW.unit) <> (SELECT max(id) FROM change)
BEGIN
  INSERT INTO unit_extras_history (unit, change, changed, author, extras)
  VALUES (OLD.unit, (SELECT max(id) FROM change), OLD.changed, OLD.author, OLD.extras)
  ON CONFLICT DO NOTHING;
END

-- Those of the last twenty revisions of a document are enough.
CREATE TRIGGER beads_forgotten AFTER INSERT ON recorded_beads
BEGIN
  UPDATE recorded_beads SET beads = x'' WHERE length(beads) > 0 AND revision = (
    SELECT old.id FROM revision r JOIN revision old ON old.document = r.document
    WHERE r.id = NEW.revision ORDER BY old.id DESC LIMIT 1 OFFSET 20);
END
