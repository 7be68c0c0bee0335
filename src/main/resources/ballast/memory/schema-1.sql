CREATE TABLE language (
  id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE
) STRICT

-- One row for everything that one command does at one time in one person's name.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL
) STRICT

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  source_lang INTEGER NOT NULL REFERENCES language,
  target_lang INTEGER NOT NULL REFERENCES language,
  changed_in INTEGER NOT NULL REFERENCES change
) STRICT

-- digest: SHA-256 over ids, texts and inline codes in order, to prove the history.
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

-- document: null when imported. The texts come last: they may overflow the page.
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

CREATE INDEX unit_source_key ON unit (source_key)

CREATE INDEX unit_target_key ON unit (target_key)

CREATE INDEX unit_retired ON unit (document) WHERE retired_in IS NOT NULL

-- position: 1, 2, 3 ...; bead: the unit's bead among all beads, 0 when unknown.
CREATE TABLE placement (
  revision INTEGER NOT NULL REFERENCES revision,
  position INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit,
  bead INTEGER NOT NULL,
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID

CREATE UNIQUE INDEX placement_unit ON placement (unit, revision)

-- What a change replaced. old_*: null when the change left it as it was; old_codes is
-- empty when there were none. A revived unit has old_retired_in.
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
