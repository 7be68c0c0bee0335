-- Brings former_placement, in which each revision had all places, to the rows of version 3, on both
-- engines. position: 1, 2, 3 ...; bead: the unit's bead among all beads, 0 when unknown.

UPDATE former_placement SET bead = position
WHERE revision IN (SELECT revision FROM former_placement WHERE bead = 0)

CREATE INDEX former_bead ON former_placement (revision, bead)

-- A row for each time in which a place had the same unit. run: the same for revisions that follow one
-- another. 1048576: the step of Ranks.
INSERT INTO placement (document, rank, set_in, taken_in, unit)
WITH RECURSIVE number (n) AS (
  SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < (SELECT max(beads) FROM revision)),
state AS (
  SELECT r.id, r.document, r.beads, row_number() OVER later AS at, LEAD(r.id) OVER later AS next
  FROM revision r WINDOW later AS (PARTITION BY r.document ORDER BY r.id)),
place AS (
  SELECT s.document, s.id, s.at, s.next, p.bead, p.unit
  FROM state s JOIN former_placement p ON p.revision = s.id
  UNION ALL
  SELECT s.document, s.id, s.at, s.next, n.n, NULL FROM state s JOIN number n ON n.n <= s.beads
  WHERE NOT EXISTS (SELECT 1 FROM former_placement p WHERE p.revision = s.id AND p.bead = n.n)),
numbered AS (
  SELECT p.*, p.at - row_number() OVER (PARTITION BY p.document, p.bead, p.unit ORDER BY p.at) AS run
  FROM place p)
SELECT document, CAST(bead AS BIGINT) * 1048576, min(id),
  CASE WHEN count(next) = count(*) THEN max(next) END, unit
FROM numbered GROUP BY document, bead, unit, run

DROP TABLE former_placement
