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
