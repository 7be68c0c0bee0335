-- What a file that was imported says of a unit; only where it says something. created
-- and changed: seconds since 1970, in place of the dates of the change rows; changed
-- and author count while the unit's last change is an import, author is '' otherwise.
-- document: of a unit that came with no revision. extras: as ExtrasColumn writes
-- them.
CREATE TABLE unit_extras (
  unit INTEGER PRIMARY KEY REFERENCES unit,
  created INTEGER,
  changed INTEGER,
  author TEXT,
  document TEXT,
  extras TEXT
) STRICT

CREATE INDEX unit_extras_document ON unit_extras (document)
WHERE document IS NOT NULL

-- What a later import replaced of it.
CREATE TABLE unit_extras_history (
  unit INTEGER NOT NULL REFERENCES unit,
  change INTEGER NOT NULL REFERENCES change,
  changed INTEGER,
  author TEXT,
  extras TEXT,
  PRIMARY KEY (unit, change)
) STRICT, WITHOUT ROWID

-- An import looks for both texts at once; many units may have one source text.
DROP INDEX unit_source_key

CREATE INDEX unit_source_key ON unit (source_key, target_key)
