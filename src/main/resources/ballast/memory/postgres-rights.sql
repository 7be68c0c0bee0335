-- The rights of the three roles of a memory, {memory}; each role has those of the one before it. For
-- the owner of the tables. What is written with the owner's rights is not here: see
-- postgres-records.sql. A new column that members write stands in one more place here.

REVOKE ALL ON ALL TABLES IN SCHEMA "{memory}" FROM {memory}_reader, {memory}_translator, {memory}_maintainer

REVOKE ALL ON ALL SEQUENCES IN SCHEMA "{memory}" FROM {memory}_maintainer

GRANT USAGE ON SCHEMA "{memory}" TO {memory}_reader

GRANT SELECT ON ALL TABLES IN SCHEMA "{memory}" TO {memory}_reader

GRANT UPDATE ON write_lock TO {memory}_translator

GRANT UPDATE (changes) ON memory TO {memory}_translator

GRANT INSERT ON member_change, member_revision, unit_note, document, recorded_beads
TO {memory}_translator

GRANT INSERT (tag) ON member_language TO {memory}_translator

GRANT UPDATE (settings) ON member_revision TO {memory}_translator

GRANT INSERT (id, uid, document, source_lang, target_lang, status, confidence, created_in, changed_in,
    confirmed_in, source_key, target_key, codes, source, target),
  UPDATE (status, confidence, source_key, target_key, changed_in, retired_in, deleted_in,
    confirmed_in, codes, source, target) ON unit
TO {memory}_translator

GRANT UPDATE (changed_in, source_lang, target_lang) ON document TO {memory}_translator

GRANT INSERT (document, rank, set_in, unit), UPDATE (taken_in) ON placement TO {memory}_translator

GRANT INSERT (document, set_in, continues, rank, confirmed, type, author, at, source_occurrence,
    source_count, target_occurrence, target_count, source, target), UPDATE (taken_in) ON pin
TO {memory}_translator

GRANT INSERT (unit, changed, author, extras), UPDATE (changed, author, extras) ON unit_extras
TO {memory}_translator

GRANT INSERT (unit, change, reply_to, act, text) ON comment TO {memory}_translator

GRANT UPDATE ON import_lock TO {memory}_maintainer

GRANT UPDATE (unit) ON comment TO {memory}_maintainer

GRANT INSERT (created, document) ON unit_extras TO {memory}_maintainer

GRANT INSERT, UPDATE, DELETE ON member_fuzzy_state, member_fuzzy_part, member_fuzzy_block,
  member_fuzzy_pending
TO {memory}_maintainer
