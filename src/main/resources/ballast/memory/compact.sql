-- What a compaction removes, on both engines; its own change is the last. An export stays the same,
-- byte for byte.

-- The comments that are undone at present, by an odd number of reversals, as CommentStore reads them.
DELETE FROM comment WHERE change IN (
  WITH RECURSIVE reversal (change, latest) AS (
    SELECT undoes, id FROM change WHERE undoes IN (SELECT change FROM comment)
    UNION ALL SELECT r.change, c.id FROM reversal r JOIN change c ON c.undoes = r.latest)
  SELECT change FROM reversal GROUP BY change HAVING count(*) % 2 = 1)

DELETE FROM pin WHERE taken_in IS NOT NULL

-- The others then belong to the latest revision.
UPDATE pin SET continues = NULL,
  set_in = (SELECT max(id) FROM revision WHERE document = pin.document)

DELETE FROM recorded_beads WHERE revision NOT IN (SELECT max(id) FROM revision GROUP BY document)

DELETE FROM placement WHERE taken_in IS NOT NULL

UPDATE placement SET set_in = (SELECT max(id) FROM revision WHERE document = placement.document)

UPDATE placement SET unit = NULL
WHERE unit IN (SELECT id FROM unit WHERE deleted_in IS NOT NULL)

DELETE FROM unit_history

DELETE FROM unit_extras_history

DELETE FROM revision WHERE id NOT IN (SELECT max(id) FROM revision GROUP BY document)

DELETE FROM unit_extras
WHERE unit IN (SELECT id FROM unit WHERE deleted_in IS NOT NULL OR retired_in IS NOT NULL)

DELETE FROM comment
WHERE unit IN (SELECT id FROM unit WHERE deleted_in IS NOT NULL OR retired_in IS NOT NULL)

DELETE FROM unit WHERE deleted_in IS NOT NULL OR retired_in IS NOT NULL

-- Documents without anything but an alignment that was undone.
DELETE FROM recorded_beads WHERE revision IN (SELECT id FROM revision WHERE source_file = '')

DELETE FROM document WHERE id IN (SELECT document FROM revision WHERE source_file = '')

DELETE FROM revision WHERE source_file = ''

DELETE FROM change WHERE id < (SELECT max(id) FROM change) AND id IN (
  SELECT id FROM change
  EXCEPT SELECT created_in FROM unit
  EXCEPT SELECT changed_in FROM unit
  EXCEPT SELECT change FROM revision
  EXCEPT SELECT change FROM comment
  EXCEPT SELECT changed_in FROM document)

UPDATE change SET command = NULL WHERE command NOT IN (SELECT id FROM change)

UPDATE change SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM change)
