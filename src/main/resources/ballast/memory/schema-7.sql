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
