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
-- when imported. confirmed_in: where a user confirmed that source and target belong together. Keys: the upper 32 bits of what TextKey.hash makes, signed. created_in never falls
-- from one id to the next, which is how the units of a change are found: see ChangeUnits. The texts
-- come last: they may overflow the page.
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

-- position: 1, 2, 3 ...; bead: the unit's bead among all beads, 0 when unknown.
CREATE TABLE placement (
  revision INTEGER NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit,
  bead INTEGER NOT NULL,
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID

CREATE UNIQUE INDEX placement_unit ON placement (unit, revision)

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
-- generation: grows whenever parts come or go.
CREATE TABLE fuzzy_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  covered INTEGER NOT NULL
) STRICT

INSERT INTO fuzzy_state VALUES (1, 0, 0, 0)

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
