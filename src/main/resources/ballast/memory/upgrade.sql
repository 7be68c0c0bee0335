-- Fills the tables of version 2 that differ from those of version 1, which are called former_... here.
-- upgrade-data.sql comes next.

INSERT INTO revision (id, document, number, step, change, source_file, source_sha256, target_file,
  target_sha256, source_sentences, target_sentences, beads, furniture, tool, digest, settings)
SELECT id, document, -number, 0, change, source_file, source_sha256, target_file,
  target_sha256, source_sentences, target_sentences, beads, furniture, tool, digest, settings
FROM former_revision ORDER BY id

DROP TABLE former_revision

INSERT INTO unit (id, uid, document, source_lang, target_lang, status, confidence, created_in,
  changed_in, retired_in, deleted_in, source_key, target_key, codes, source, target)
SELECT id, uid, document, source_lang, target_lang, status, confidence, created_in,
  changed_in, retired_in, deleted_in, source_key, target_key, codes, source, target
FROM former_unit ORDER BY id

DROP TABLE former_unit

INSERT INTO unit_history (id, unit, change, kind, old_status, old_confidence, old_changed_in,
  old_retired_in, old_deleted_in, old_codes, old_source, old_target, note)
SELECT id, unit, change, kind, old_status, old_confidence, old_changed_in,
  old_retired_in, old_deleted_in, old_codes, old_source, old_target, note
FROM former_unit_history ORDER BY id

DROP TABLE former_unit_history

INSERT INTO recorded_beads (revision, beads, texts)
SELECT revision, beads, '' FROM former_recorded_beads

DROP TABLE former_recorded_beads

INSERT INTO fuzzy_state SELECT id, version, generation, covered, 0 FROM former_fuzzy_state

DROP TABLE former_fuzzy_state
