-- As before, in fewer bytes. uid: the 12 hexadecimal digits of the id as a number, shown by
-- printf('%012x', uid). Keys: the upper 32 bits of what TextKey.hash makes, signed. created_in
-- never falls from one id to the next, which is how the units of a change are found: see
-- ChangeUnits. The texts come last: they may overflow the page.
CREATE TABLE unit_new (
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
  source_key INTEGER NOT NULL,
  target_key INTEGER NOT NULL,
  codes TEXT,
  source TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT

-- An id that is not 12 hexadecimal digits becomes null, which the table refuses: nothing that
-- Ballast has written.
INSERT INTO unit_new
SELECT id,
  CASE WHEN length(uid) = 12 AND uid NOT GLOB '*[^0-9a-f]*' THEN
    (instr('123456789abcdef', substr(uid, 1, 1)) << 44)
    | (instr('123456789abcdef', substr(uid, 2, 1)) << 40)
    | (instr('123456789abcdef', substr(uid, 3, 1)) << 36)
    | (instr('123456789abcdef', substr(uid, 4, 1)) << 32)
    | (instr('123456789abcdef', substr(uid, 5, 1)) << 28)
    | (instr('123456789abcdef', substr(uid, 6, 1)) << 24)
    | (instr('123456789abcdef', substr(uid, 7, 1)) << 20)
    | (instr('123456789abcdef', substr(uid, 8, 1)) << 16)
    | (instr('123456789abcdef', substr(uid, 9, 1)) << 12)
    | (instr('123456789abcdef', substr(uid, 10, 1)) << 8)
    | (instr('123456789abcdef', substr(uid, 11, 1)) << 4)
    | instr('123456789abcdef', substr(uid, 12, 1))
  END,
  document, source_lang, target_lang, status, confidence, created_in, changed_in, retired_in,
  deleted_in, source_key >> 32, target_key >> 32, codes, source, target
FROM unit ORDER BY id

DROP TABLE unit

ALTER TABLE unit_new RENAME TO unit

CREATE UNIQUE INDEX unit_uid ON unit (uid)

CREATE INDEX unit_source_key ON unit (source_key)

CREATE INDEX unit_target_key ON unit (target_key)

CREATE INDEX unit_retired ON unit (document) WHERE retired_in IS NOT NULL

CREATE INDEX unit_deleted ON unit (document) WHERE deleted_in IS NOT NULL

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
