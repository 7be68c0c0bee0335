-- So that a command can be taken back, and a unit deleted, without anything being lost.

-- The first change of the command that made this one; null when it is itself.
ALTER TABLE change ADD COLUMN command INTEGER REFERENCES change

-- The change that this one takes back.
ALTER TABLE change ADD COLUMN undoes INTEGER REFERENCES change

-- What was asked for, in the words of the command line.
ALTER TABLE change ADD COLUMN note TEXT NOT NULL DEFAULT ''

ALTER TABLE unit ADD COLUMN deleted_in INTEGER REFERENCES change

CREATE INDEX unit_deleted ON unit (document) WHERE deleted_in IS NOT NULL

CREATE INDEX unit_created ON unit (created_in)

-- As before, with more kinds. old_deleted_in: 0 when it was not deleted. note: what
-- the texts do not show, for example which unit a duplicate went into.
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

INSERT INTO unit_history_new (id, unit, change, kind, old_status, old_confidence,
  old_changed_in, old_retired_in, old_codes, old_source, old_target)
SELECT id, unit, change, kind, old_status, old_confidence, old_changed_in,
  old_retired_in, old_codes, old_source, old_target
FROM unit_history

DROP TABLE unit_history

ALTER TABLE unit_history_new RENAME TO unit_history

CREATE INDEX unit_history_change ON unit_history (change)
