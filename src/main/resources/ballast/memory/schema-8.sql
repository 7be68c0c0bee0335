-- The beads of revisions, so that an article can be shown without being aligned again, and a move
-- be taken back as it was. What BeadsColumn writes. Derived: a revision may have none, as most of
-- the older ones; then the article is aligned.
CREATE TABLE recorded_beads (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  beads BLOB NOT NULL
) STRICT
