-- What version 2 records and version 1 did not, found from what version 1 has recorded: the same on
-- both engines. All revisions come with a negative number. Tables called former_... are gone afterwards.

-- In version 1 each move, undo and redo was a revision of its own: origin is the one whose number it
-- has now, which Undoing and RevisionWriter would have given it.
CREATE TABLE former_number (id BIGINT PRIMARY KEY, number INTEGER NOT NULL, step INTEGER NOT NULL)

INSERT INTO former_number (id, number, step)
WITH RECURSIVE state AS (
  SELECT r.id, r.document, r.change, c.undoes, LAG(r.id) OVER earlier AS before,
    LAG(r.source_sha256) OVER earlier = r.source_sha256
    AND LAG(r.target_sha256) OVER earlier = r.target_sha256 AS same
  FROM revision r JOIN change c ON c.id = r.change
  WINDOW earlier AS (PARTITION BY r.document ORDER BY r.id)),
origins AS (
  SELECT s.id, s.document,
    COALESCE(u.before, u.id, CASE WHEN s.same THEN s.before END) AS origin
  FROM state s LEFT JOIN state u ON u.change = s.undoes AND u.document = s.document),
numbered (id, document, number) AS (
  SELECT id, document, row_number() OVER (PARTITION BY document ORDER BY id)
  FROM origins WHERE origin IS NULL
  UNION ALL
  SELECT o.id, o.document, n.number FROM numbered n JOIN origins o ON o.origin = n.id)
SELECT id, number, row_number() OVER (PARTITION BY document, number ORDER BY id) - 1
FROM numbered

UPDATE revision SET number = n.number, step = n.step
FROM former_number n WHERE n.id = revision.id

-- In version 1 only the set beads said which pairs a user had confirmed. Each with its unit now, or, of
-- those that are no more set, in the revision that set it; as RevisionWriter finds it.
CREATE TABLE former_confirmed (pin BIGINT, unit BIGINT, confirmed_in BIGINT)

INSERT INTO former_confirmed (pin, unit, confirmed_in)
WITH confirmed AS (
  SELECT p.id, p.rank, p.source, p.target, p.source_occurrence,
    CASE WHEN p.taken_in IS NULL
      THEN (SELECT max(l.id) FROM revision l WHERE l.document = p.document) ELSE p.set_in END AS revision,
    min(s.change) OVER (PARTITION BY p.document, p.author, p.at, p.source, p.target) AS confirmed_in
  FROM pin p JOIN revision s ON s.id = p.set_in
  WHERE p.confirmed = 1),
placed AS (
  SELECT p.revision, p.position, p.unit, u.source, u.target,
    row_number() OVER (PARTITION BY p.revision, u.source ORDER BY p.position) - 1 AS occurrence
  FROM former_placement p JOIN unit u ON u.id = p.unit
  WHERE p.revision IN (SELECT c.revision FROM confirmed c)),
pairs AS (
  SELECT c.id, p.unit, c.confirmed_in, p.occurrence - c.source_occurrence AS distance,
    min(abs(p.occurrence - c.source_occurrence)) OVER (PARTITION BY c.id) AS nearest,
    dense_rank() OVER (
      PARTITION BY c.revision, c.source, c.target ORDER BY c.rank) AS pin_rank,
    dense_rank() OVER (
      PARTITION BY c.revision, c.source, c.target ORDER BY p.position) AS unit_rank
  FROM confirmed c
  JOIN placed p ON p.revision = c.revision AND p.source = c.source AND p.target = c.target)
SELECT id, unit, confirmed_in FROM pairs
WHERE distance = 0 OR (nearest > 0 AND pin_rank = unit_rank)

UPDATE unit SET confirmed_in = (
  SELECT min(c.confirmed_in) FROM former_confirmed c JOIN pin p ON p.id = c.pin
  WHERE c.unit = unit.id AND p.taken_in IS NULL)
WHERE retired_in IS NULL AND id IN (SELECT c.unit FROM former_confirmed c)

-- So that taking back a former command takes back or gives back the confirmation, too.
CREATE TABLE former_event (unit BIGINT, change BIGINT, was BIGINT, PRIMARY KEY (unit, change))

INSERT INTO former_event (unit, change, was)
SELECT e.unit, e.change, max(e.was) FROM (
  SELECT c.unit, r.change, 0 AS was
  FROM former_confirmed c JOIN pin p ON p.id = c.pin JOIN revision r ON r.id = p.set_in
  WHERE p.continues IS NULL
  UNION ALL
  SELECT c.unit, r.change, c.confirmed_in
  FROM former_confirmed c JOIN pin p ON p.id = c.pin JOIN revision r ON r.id = p.taken_in
  WHERE NOT EXISTS (SELECT 1 FROM pin q WHERE q.document = p.document AND q.continues = p.id)) e
JOIN unit u ON u.id = e.unit AND u.created_in < e.change
GROUP BY e.unit, e.change

UPDATE unit_history SET old_confirmed_in = e.was, kind = CASE
    WHEN kind <> 'scored' THEN kind WHEN e.was = 0 THEN 'confirmed' ELSE 'unconfirmed' END
FROM former_event e WHERE e.unit = unit_history.unit AND e.change = unit_history.change

INSERT INTO unit_history (unit, change, kind, old_confirmed_in)
SELECT e.unit, e.change, CASE e.was WHEN 0 THEN 'confirmed' ELSE 'unconfirmed' END, e.was
FROM former_event e
WHERE NOT EXISTS (
  SELECT 1 FROM unit_history h WHERE h.unit = e.unit AND h.change = e.change)

-- In version 1 a reviewer's comment was the note of a judgement.
INSERT INTO comment (unit, change, act, text)
SELECT h.unit, h.change, 0, h.note FROM unit_history h JOIN change c ON c.id = h.change
WHERE c.kind = 'reviewed' AND h.note IS NOT NULL
ORDER BY h.id

UPDATE unit_history SET note = NULL
WHERE note IS NOT NULL AND change IN (SELECT id FROM change WHERE kind = 'reviewed')

DELETE FROM unit_history
WHERE kind = 'judged' AND note IS NULL
  AND COALESCE(old_status, old_confidence, old_changed_in, old_confirmed_in) IS NULL

DROP TABLE former_number

DROP TABLE former_confirmed

DROP TABLE former_event
