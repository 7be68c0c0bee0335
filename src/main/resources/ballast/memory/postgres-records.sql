-- What the server records itself, with the owner's rights (SECURITY DEFINER), whichever program a
-- member uses: changes, revisions, histories, and the columns that say who did something and when.
-- Nobody but the owner writes these tables: members write the views member_..., or their writing
-- makes a trigger write. postgres-guards.sql refuses what is left.

CREATE FUNCTION server_time() RETURNS TEXT LANGUAGE sql AS $$
  SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$

-- The change that this transaction has added last, to which all that it writes belongs. No row of a
-- change is ever written again, but by a compaction, whose own is the last.
CREATE FUNCTION current_change() RETURNS BIGINT LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT;
BEGIN
  SELECT c.id INTO made FROM change c
  WHERE c.id = (SELECT max(l.id) FROM change l) AND c.xmin = pg_current_xact_id()::xid;
  IF made IS NULL THEN
    PERFORM refuse('what is written belongs to a command that is recorded with the name of the user');
  END IF;
  RETURN made;
END $$

-- A unit with a note that a change has about it.
CREATE VIEW unit_note AS SELECT unit, note FROM unit_history WHERE note IS NOT NULL

-- Gives a revision its digest and its document the languages of its units, when all of it is there.
-- The digest is that of RevisionSeal.
CREATE FUNCTION seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse(refused_places(NEW.id));
  UPDATE document d SET (source_lang, target_lang) = (u.source_lang, u.target_lang)
  FROM unit u
  WHERE d.id = NEW.document AND (d.source_lang, d.target_lang) <> (u.source_lang, u.target_lang)
    AND u.id = (SELECT p.unit FROM placement p
      WHERE p.document = NEW.document AND p.taken_in IS NULL AND p.unit IS NOT NULL
      ORDER BY p.rank LIMIT 1);
  UPDATE revision v SET digest = (
    SELECT encode(sha256(COALESCE(string_agg(int4send(octet_length(f.text))
      || convert_to(f.text, 'UTF8'), '' ORDER BY f.part, f.at, f.number), '')), 'hex')
    FROM (
      SELECT 1, p.rank, x.* FROM placement p JOIN unit u ON u.id = p.unit
      CROSS JOIN LATERAL (VALUES (1, lpad(to_hex(u.uid), 12, '0')), (2, u.source), (3, u.target),
        (4, COALESCE(u.codes, ''))) AS x (number, text)
      WHERE p.document = NEW.document AND p.taken_in IS NULL
      UNION ALL SELECT 2, p.rank, x.* FROM pin p
      CROSS JOIN LATERAL (VALUES (1, p.source), (2, p.source_occurrence || '/' || p.source_count),
        (3, p.target), (4, p.target_occurrence || '/' || p.target_count),
        (5, CASE p.confirmed WHEN 1 THEN 'true' ELSE 'false' END), (6, COALESCE(p.type, 'null')),
        (7, p.author), (8, p.at)) AS x (number, text)
      WHERE p.document = NEW.document AND p.taken_in IS NULL) AS f (part, at, number, text))
  WHERE v.id = NEW.id;
  RETURN NULL;
END $$

CREATE CONSTRAINT TRIGGER revision_sealed AFTER INSERT OR UPDATE OF digest ON revision
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.digest = '') EXECUTE FUNCTION seal()

-- A change gets the name of the user and the time of the server; a compaction is made with its change.
-- A revision and a note belong to the current change. The caller's ids, authors, times and steps count
-- for nothing.
CREATE FUNCTION record_for_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'unit_note' THEN
    INSERT INTO unit_history (unit, change, kind, note)
    VALUES (NEW.unit, current_change(), 'judged', NEW.note)
    ON CONFLICT (unit, change) DO UPDATE SET note = excluded.note;
  ELSIF TG_TABLE_NAME = 'member_revision' THEN
    PERFORM refuse('a revision comes when the one before it is complete')
    FROM revision r WHERE r.document = NEW.document AND r.digest = '';
    NEW.step := (SELECT max(r.step) + 1 FROM revision r
      WHERE r.document = NEW.document AND r.number = NEW.number);
    IF NEW.step IS NULL THEN
      NEW.number := (SELECT COALESCE(max(r.number), 0) + 1 FROM revision r
        WHERE r.document = NEW.document);
      NEW.step := 0;
    END IF;
    NEW.id := (SELECT COALESCE(max(r.id), 0) + 1 FROM revision r);
    NEW.change := current_change();
    NEW.digest := '';
    INSERT INTO revision SELECT NEW.*;
  ELSE
    PERFORM refuse(refused_change(NEW.kind, NEW.command, NEW.undoes));
    UPDATE memory SET changes = changes + 1 WHERE xmin <> pg_current_xact_id()::xid;
    SET CONSTRAINTS revision_sealed IMMEDIATE;
    SET CONSTRAINTS revision_sealed DEFERRED;
    NEW.id := (SELECT COALESCE(max(c.id), 0) + 1 FROM change c);
    NEW.at := server_time();
    NEW.author := session_user;
    NEW.note := COALESCE(NEW.note, '');
    INSERT INTO change SELECT NEW.*;
    IF NEW.kind = 'compacted' THEN
      {compact.sql}
      UPDATE revision SET digest = '';
    END IF;
  END IF;
  RETURN NEW;
END $$

DO $$
DECLARE
  written TEXT;
BEGIN
  FOREACH written IN ARRAY ARRAY['language', 'change', 'revision', 'fuzzy_state', 'fuzzy_part',
    'fuzzy_block', 'fuzzy_pending'] LOOP
    EXECUTE format('CREATE VIEW %I AS SELECT * FROM %I', 'member_' || written, written);
  END LOOP;
  FOREACH written IN ARRAY ARRAY['member_change', 'member_revision', 'unit_note'] LOOP
    EXECUTE format('CREATE TRIGGER recorded INSTEAD OF INSERT ON %I
      FOR EACH ROW EXECUTE FUNCTION record_for_member()', written);
  END LOOP;
END $$

-- Writing is counted. What is written to a document or said about a unit belongs to the current change.
CREATE FUNCTION set_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'memory' THEN
    NEW.changes := OLD.changes + 1;
  ELSIF TG_TABLE_NAME = 'comment' THEN
    NEW.change := current_change();
  ELSE
    NEW.changed_in := current_change();
    IF TG_OP = 'INSERT' THEN
      NEW.id := (SELECT COALESCE(max(d.id), 0) + 1 FROM document d);
    END IF;
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER row_set BEFORE UPDATE OF changes ON memory
FOR EACH ROW EXECUTE FUNCTION set_row()

CREATE TRIGGER row_set BEFORE INSERT ON comment
FOR EACH ROW EXECUTE FUNCTION set_row()

CREATE TRIGGER row_set BEFORE INSERT OR UPDATE ON document
FOR EACH ROW EXECUTE FUNCTION set_row()

-- What is done to a unit belongs to the change that does it, or to its revision. Taking back gives a
-- unit all that it was before the change that is taken back, and retires or deletes it if that change
-- has added it. Only the key of another text is the caller's.
CREATE FUNCTION set_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT := current_change();
  undone BIGINT := (SELECT c.undoes FROM change c WHERE c.id = made);
  revised BIGINT := (
    SELECT max(r.id) FROM revision r WHERE r.change = made AND r.document = NEW.document);
  before unit_history%ROWTYPE;
BEGIN
  IF undone IS NULL THEN
    IF (NEW.source, NEW.target, NEW.status, NEW.codes, NEW.changed_in)
        IS DISTINCT FROM (OLD.source, OLD.target, OLD.status, OLD.codes, OLD.changed_in) THEN
      NEW.changed_in := made;
    END IF;
    NEW.confirmed_in := CASE WHEN NEW.confirmed_in = OLD.confirmed_in THEN OLD.confirmed_in
      WHEN NEW.confirmed_in IS NOT NULL THEN made END;
    NEW.deleted_in := CASE WHEN NEW.deleted_in = OLD.deleted_in THEN OLD.deleted_in
      WHEN NEW.deleted_in IS NOT NULL THEN made END;
    NEW.retired_in := CASE WHEN NEW.retired_in = OLD.retired_in OR revised IS NULL THEN OLD.retired_in
      WHEN NEW.retired_in IS NOT NULL THEN revised END;
  ELSE
    SELECT h.* INTO before FROM unit_history h WHERE h.unit = NEW.id AND h.change = undone;
    NEW.source := COALESCE(before.old_source, OLD.source);
    NEW.target := COALESCE(before.old_target, OLD.target);
    NEW.codes := NULLIF(COALESCE(before.old_codes, OLD.codes), '');
    NEW.status := COALESCE(before.old_status, OLD.status);
    NEW.confidence := COALESCE(before.old_confidence, OLD.confidence);
    NEW.changed_in := CASE WHEN before.old_changed_in IS NULL THEN OLD.changed_in
      WHEN OLD.changed_in <> (SELECT h.old_changed_in FROM unit_history h
        WHERE h.unit = NEW.id AND h.change > undone AND h.old_changed_in IS NOT NULL
        ORDER BY h.change LIMIT 1) THEN made -- somebody has changed it since
      ELSE before.old_changed_in END;
    NEW.confirmed_in := NULLIF(COALESCE(before.old_confirmed_in, OLD.confirmed_in), 0);
    NEW.deleted_in := NULLIF(COALESCE(before.old_deleted_in, OLD.deleted_in,
      CASE WHEN OLD.created_in = undone AND revised IS NULL THEN made END), 0);
    NEW.retired_in := CASE WHEN revised IS NULL THEN OLD.retired_in
      WHEN before.kind = 'retired' THEN NULL
      ELSE COALESCE(before.old_retired_in, OLD.retired_in,
        CASE WHEN OLD.created_in = undone THEN revised END) END;
  END IF;
  NEW.source_key := CASE NEW.source WHEN OLD.source THEN OLD.source_key ELSE NEW.source_key END;
  NEW.target_key := CASE NEW.target WHEN OLD.target THEN OLD.target_key ELSE NEW.target_key END;
  RETURN NEW;
END $$

CREATE TRIGGER unit_set BEFORE UPDATE ON unit
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_unit()

-- Keeps what the last change, see set_unit, replaces, as unit_history describes it; of several times in
-- one change the first. A kind counts more than those before it.
CREATE FUNCTION record_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
  kinds TEXT := 'scored confirmed unconfirmed judged changed retired revived deleted restored';
BEGIN
  IF (NEW.source, NEW.target, NEW.source_lang, NEW.target_lang)
      IS DISTINCT FROM (OLD.source, OLD.target, OLD.source_lang, OLD.target_lang) THEN
    INSERT INTO fuzzy_pending (unit) VALUES (NEW.id);
  END IF;
  INSERT INTO unit_history AS h (unit, change, kind, old_status, old_confidence, old_changed_in,
    old_retired_in, old_deleted_in, old_confirmed_in, old_codes, old_source, old_target)
  SELECT NEW.id, made,
    CASE WHEN (OLD.retired_in IS NULL) <> (NEW.retired_in IS NULL)
        THEN CASE WHEN NEW.retired_in IS NULL THEN 'revived' ELSE 'retired' END
      WHEN (OLD.deleted_in IS NULL) <> (NEW.deleted_in IS NULL)
        THEN CASE WHEN NEW.deleted_in IS NULL THEN 'restored' ELSE 'deleted' END
      WHEN (NEW.source, NEW.target, NEW.codes) IS DISTINCT FROM (OLD.source, OLD.target, OLD.codes)
        THEN 'changed'
      WHEN OLD.status <> NEW.status THEN 'judged'
      WHEN OLD.confirmed_in IS DISTINCT FROM NEW.confirmed_in
        THEN CASE WHEN NEW.confirmed_in IS NULL THEN 'unconfirmed' ELSE 'confirmed' END
      ELSE 'scored' END,
    NULLIF(OLD.status, NEW.status), NULLIF(OLD.confidence, NEW.confidence),
    NULLIF(OLD.changed_in, NEW.changed_in), NULLIF(OLD.retired_in, NEW.retired_in),
    NULLIF(COALESCE(OLD.deleted_in, 0), COALESCE(NEW.deleted_in, 0)),
    NULLIF(COALESCE(OLD.confirmed_in, 0), COALESCE(NEW.confirmed_in, 0)),
    NULLIF(COALESCE(OLD.codes, ''), COALESCE(NEW.codes, '')),
    NULLIF(OLD.source, NEW.source), NULLIF(OLD.target, NEW.target)
  FROM (SELECT max(c.id) FROM change c) AS last (made) WHERE OLD.created_in <> made
  ON CONFLICT (unit, change) DO UPDATE SET
    kind = CASE WHEN strpos(kinds, excluded.kind) > strpos(kinds, h.kind)
      THEN excluded.kind ELSE h.kind END,
    old_status = COALESCE(h.old_status, excluded.old_status),
    old_confidence = COALESCE(h.old_confidence, excluded.old_confidence),
    old_changed_in = COALESCE(h.old_changed_in, excluded.old_changed_in),
    old_retired_in = COALESCE(h.old_retired_in, excluded.old_retired_in),
    old_deleted_in = COALESCE(h.old_deleted_in, excluded.old_deleted_in),
    old_confirmed_in = COALESCE(h.old_confirmed_in, excluded.old_confirmed_in),
    old_codes = COALESCE(h.old_codes, excluded.old_codes),
    old_source = COALESCE(h.old_source, excluded.old_source),
    old_target = COALESCE(h.old_target, excluded.old_target);
  RETURN NULL;
END $$

CREATE TRIGGER unit_recorded AFTER UPDATE ON unit
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION record_unit()

CREATE FUNCTION remove_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO fuzzy_pending (unit) SELECT r.id FROM removed r;
  RETURN NULL;
END $$

CREATE TRIGGER unit_removed AFTER DELETE ON unit REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION remove_unit()

-- The plan of the first time serves for few rows and for many: each is looked up.
CREATE FUNCTION record_extras() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
  made BIGINT := current_change();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO unit_extras_history (unit, change)
    SELECT a.unit, made FROM added a JOIN unit u ON u.id = a.unit WHERE u.created_in <> made
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO unit_extras_history (unit, change, changed, author, extras)
    SELECT o.unit, made, o.changed, o.author, o.extras
    FROM replaced o JOIN unit u ON u.id = o.unit WHERE u.created_in <> made
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$

CREATE TRIGGER extras_recorded AFTER INSERT ON unit_extras REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION record_extras()

CREATE TRIGGER extras_changed AFTER UPDATE ON unit_extras REFERENCING OLD TABLE AS replaced
FOR EACH STATEMENT EXECUTE FUNCTION record_extras()

-- A text without its white space, as PinIdentity compares it.
CREATE FUNCTION visible(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(text,
    U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\FEFF', '')
$$

-- A place or a bead is set and taken by the current revision of its document, and taken once, by a later
-- one. A bead is of the user who sets it, unless the document has had it before; the time of setting is
-- his, if it may be.
CREATE FUNCTION set_place() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  revised BIGINT := (
    SELECT max(r.id) FROM revision r
    WHERE r.change = current_change() AND r.document = NEW.document AND r.digest = '');
BEGIN
  PERFORM refuse('places and beads are set and taken by a revision of their document')
  WHERE revised IS NULL;
  IF TG_OP = 'UPDATE' THEN
    NEW.taken_in := revised;
    RETURN CASE WHEN OLD.taken_in IS NULL AND OLD.set_in < revised THEN NEW END;
  END IF;
  NEW.set_in := revised;
  IF TG_TABLE_NAME = 'placement' THEN
    RETURN NEW;
  ELSIF NOT EXISTS (
      SELECT FROM pin p
      WHERE p.document = NEW.document AND p.author = NEW.author AND p.at = NEW.at
        AND p.confirmed = NEW.confirmed AND p.type IS NOT DISTINCT FROM NEW.type
        AND visible(p.source) = visible(NEW.source) AND visible(p.target) = visible(NEW.target)) THEN
    NEW.author := session_user;
    NEW.at := CASE WHEN NEW.at ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'
      AND abs(extract(epoch FROM NEW.at::timestamptz - clock_timestamp())) < 3600
      THEN NEW.at ELSE server_time() END;
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER place_set BEFORE INSERT OR UPDATE OF taken_in ON placement
FOR EACH ROW EXECUTE FUNCTION set_place()

CREATE TRIGGER pin_set BEFORE INSERT OR UPDATE OF taken_in ON pin
FOR EACH ROW EXECUTE FUNCTION set_place()

CREATE FUNCTION forget_beads() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE recorded_beads b SET beads = '' WHERE length(b.beads) > 0 AND b.revision = (
    SELECT o.id FROM revision r JOIN revision o ON o.document = r.document
    WHERE r.id = NEW.revision ORDER BY o.id DESC LIMIT 1 OFFSET 20);
  RETURN NULL;
END $$

CREATE TRIGGER beads_forgotten AFTER INSERT ON recorded_beads
FOR EACH ROW EXECUTE FUNCTION forget_beads()
