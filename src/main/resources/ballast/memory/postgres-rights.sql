-- The rights of the three roles of a memory, {memory}; each role has those of the
-- one before it. For the owner of the tables.

REVOKE ALL ON ALL TABLES IN SCHEMA "{memory}" FROM {memory}_reader, {memory}_translator, {memory}_maintainer

GRANT USAGE ON SCHEMA "{memory}" TO {memory}_reader

GRANT SELECT ON ALL TABLES IN SCHEMA "{memory}" TO {memory}_reader

-- LOCK TABLE needs the right to the whole table.
GRANT UPDATE ON memory TO {memory}_translator

GRANT INSERT ON language, change, document, revision, unit, placement, unit_history, unit_extras,
  unit_extras_history, pin, recorded_beads, comment, fuzzy_part, fuzzy_block, fuzzy_pending
TO {memory}_translator

GRANT UPDATE (status, confidence, source_key, target_key, changed_in, retired_in, deleted_in, confirmed_in, codes,
  source, target) ON unit
TO {memory}_translator

GRANT UPDATE (source_lang, target_lang, changed_in) ON document TO {memory}_translator

GRANT UPDATE (digest, settings) ON revision TO {memory}_translator

GRANT UPDATE (taken_in) ON pin TO {memory}_translator

GRANT UPDATE (changed, author, extras) ON unit_extras TO {memory}_translator

GRANT UPDATE, DELETE ON recorded_beads TO {memory}_translator

GRANT UPDATE ON fuzzy_state TO {memory}_translator

GRANT UPDATE, DELETE ON fuzzy_part, fuzzy_block, fuzzy_pending TO {memory}_translator

GRANT DELETE ON document, revision, unit, placement, unit_history, unit_extras,
  unit_extras_history, pin, comment
TO {memory}_maintainer

GRANT UPDATE (unit) ON comment TO {memory}_maintainer

GRANT UPDATE (set_in, continues) ON pin TO {memory}_maintainer

GRANT DELETE, UPDATE (command, undoes) ON change TO {memory}_maintainer

GRANT ALL ON ALL SEQUENCES IN SCHEMA "{memory}" TO {memory}_maintainer
