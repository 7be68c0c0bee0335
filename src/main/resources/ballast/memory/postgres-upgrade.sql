-- Brings the tables of version 1 to version 2; upgrade-data.sql comes next. Functions are made again
-- afterwards, with the triggers that call them.

DROP FUNCTION fuzzy_note(), check_units(), check_extras(), check_removed_changes(), check_removed_units(),
  is_maintainer(), refused(TEXT), refused_to_take_back(BIGINT), guard_change(),
  is_of_this_transaction(BIGINT), guard_record(), guard_unit(), guard_state(),
  guard_taking_back(), guard_added_extras(), guard_extras_author(), guard_source(),
  guard_index(), guard_version(), guard_count(), visible(TEXT), guard_pin(), guard_name()
CASCADE

ALTER TABLE revision ADD COLUMN step INTEGER NOT NULL DEFAULT 0

ALTER TABLE revision ALTER COLUMN step DROP DEFAULT, DROP CONSTRAINT revision_document_number_key

UPDATE revision SET number = -number

ALTER TABLE revision ADD UNIQUE (document, number, step)

ALTER TABLE unit ADD COLUMN confirmed_in BIGINT REFERENCES change DEFERRABLE INITIALLY DEFERRED

ALTER TABLE unit_history ADD COLUMN old_confirmed_in BIGINT,
  DROP CONSTRAINT unit_history_kind_check,
  ADD CHECK (kind IN ('changed', 'retired', 'revived', 'judged',
    'deleted', 'restored', 'confirmed', 'unconfirmed', 'scored'))

ALTER TABLE recorded_beads ADD COLUMN texts TEXT COLLATE "C" NOT NULL DEFAULT ''

ALTER TABLE recorded_beads ALTER COLUMN texts DROP DEFAULT
