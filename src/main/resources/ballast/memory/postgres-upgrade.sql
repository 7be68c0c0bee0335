-- Brings the tables of version 1 to version 2; upgrade-data.sql comes next.

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

ALTER TABLE fuzzy_state ADD COLUMN seal BIGINT NOT NULL DEFAULT 0

ALTER TABLE fuzzy_state ALTER COLUMN seal DROP DEFAULT

-- The conditions of postgres.sql that version 1 left to the programs.
ALTER TABLE language ADD CHECK (
    tag ~ '^(?!und|iw|ji|in-|in$)[a-z]{2,8}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9][0-9a-z]{3})*$')

ALTER TABLE revision ADD CHECK (least(source_sentences, target_sentences, beads, furniture) >= 0
    AND source_sha256 || target_sha256 ~ '^[0-9a-f]{128}$')

ALTER TABLE unit ADD CHECK (source ~
    '[^\u0009-\u000D\u001C-\u0020\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]'),
  ADD CHECK (target ~
    '[^\u0009-\u000D\u001C-\u0020\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]')

ALTER TABLE unit_extras ADD CHECK (created BETWEEN -62135596800 AND 253402300799),
  ADD CHECK (changed BETWEEN -62135596800 AND 253402300799)

ALTER TABLE pin ADD CHECK (rank BETWEEN 0 AND 1125899906842624),
  ADD CHECK (type IN ('PARAGRAPH', 'HEADING', 'LIST_ITEM', 'CELL', 'NOTE',
    'CAPTION', 'BYLINE', 'FURNITURE', 'CODE', 'MARK')),
  ADD CHECK (source_occurrence >= 0 AND (source_count = 0 OR source_occurrence < source_count)
    AND target_occurrence >= 0 AND (target_count = 0 OR target_occurrence < target_count)
    AND least(source_count, target_count) >= 0)
