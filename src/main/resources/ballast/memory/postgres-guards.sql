-- What the server records itself, and what it refuses, whichever program a member uses. The rights to
-- tables and columns are given by postgres-rights.sql. Nobody but the owner writes changes,
-- languages, revisions, histories and the index: members write the views member_..., or their writing
-- makes a trigger write, with the owner's rights (SECURITY DEFINER).

CREATE FUNCTION is_owner() RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT pg_has_role(session_user, n.nspowner, 'MEMBER')
  FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema()
$$

CREATE FUNCTION is_maintainer() RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT is_owner() OR EXISTS (
    SELECT FROM pg_catalog.pg_roles r
    WHERE r.rolname = current_schema() || '_maintainer'
      AND pg_has_role(session_user, r.oid, 'MEMBER'))
$$

-- Why the user may not do what is for others; null if he may. Dry runs ask, too.
CREATE FUNCTION refused(deed TEXT) RETURNS TEXT LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT 'only ' || CASE deed
    WHEN 'copied' THEN 'the owner copies into it'
    WHEN 'imported' THEN 'a maintainer imports units'
    WHEN 'compacted' THEN 'a maintainer removes what is kept for the history'
    WHEN 'source' THEN 'a maintainer changes the source of a unit'
    WHEN 'index' THEN 'a maintainer rebuilds the index' END
  WHERE NOT CASE deed WHEN 'copied' THEN is_owner() ELSE is_maintainer() END
$$

-- Why the user may not take back a change; null if he may.
CREATE FUNCTION refused_to_take_back(asked BIGINT) RETURNS TEXT LANGUAGE plpgsql STABLE
SET search_path FROM CURRENT AS $$
DECLARE
  undone BIGINT := asked;
  whose TEXT := session_user;
BEGIN
  WHILE undone IS NOT NULL LOOP
    SELECT c.undoes, c.author INTO undone, whose FROM change c WHERE c.id = undone;
  END LOOP;
  IF whose = session_user OR is_maintainer() THEN
    RETURN NULL;
  END IF;
  RETURN format('only a maintainer takes back or does again a command of "%s"', whose);
END $$

CREATE FUNCTION refuse(reason TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF reason IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = reason;
  END IF;
END $$

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

-- The functions look for tables on the path that they were made with. Where their schema has been
-- renamed since, that is another memory, or none: nothing is written until `ballast tm init` has set
-- them to the new name.
CREATE FUNCTION guard_name() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_SCHEMA IS DISTINCT FROM current_schema() THEN
    RAISE EXCEPTION USING ERRCODE = 'BA001',
      MESSAGE = format('the functions of the memory "%s" are of another name', TG_TABLE_SCHEMA),
      HINT = 'Its owner has to run `ballast tm init`.';
  END IF;
  RETURN NULL;
END $$

CREATE VIEW member_language AS SELECT * FROM language

-- Gives a revision its digest and its document the languages of its units, when all of it is there.
-- The digest is that of RevisionSeal.
CREATE FUNCTION seal(sealed BIGINT) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  r revision%ROWTYPE;
BEGIN
  SELECT v.* INTO r FROM revision v WHERE v.id = sealed;
  IF EXISTS (
      SELECT FROM placement p LEFT JOIN unit u ON u.id = p.unit
      WHERE p.document = r.document AND p.taken_in IS NULL
      HAVING count(DISTINCT p.rank) <> count(*)
        OR bool_or(u.document IS DISTINCT FROM r.document) FILTER (WHERE p.unit IS NOT NULL))
    OR EXISTS (
      SELECT FROM pin p WHERE p.document = r.document AND p.taken_in IS NULL
      HAVING count(DISTINCT p.rank) <> count(*))
    OR EXISTS (
      SELECT FROM (
        SELECT p.unit FROM placement p
        WHERE p.document = r.document AND sealed IN (p.set_in, p.taken_in)
        UNION SELECT h.unit FROM unit_history h WHERE h.change = r.change
        UNION SELECT a.id FROM unit a WHERE a.id > (SELECT COALESCE(max(b.id), 0) FROM unit b
          WHERE b.created_in < r.change)) AS t (unit) JOIN unit u ON u.id = t.unit
      WHERE u.document = r.document AND (u.retired_in IS NULL)::integer <> (
        SELECT count(*) FROM placement p WHERE p.unit = u.id AND p.taken_in IS NULL)) THEN
    PERFORM refuse('a revision has each unit of its document in one place, or retires it');
  END IF;
  UPDATE document d SET (source_lang, target_lang) = (u.source_lang, u.target_lang)
  FROM unit u WHERE d.id = r.document AND u.id = (
    SELECT p.unit FROM placement p
    WHERE p.document = r.document AND p.taken_in IS NULL AND p.unit IS NOT NULL
    ORDER BY p.rank LIMIT 1);
  UPDATE revision v SET digest = (
    SELECT encode(sha256(COALESCE(string_agg(int4send(octet_length(f.text))
      || convert_to(f.text, 'UTF8'), '' ORDER BY f.part, f.at, f.number), '')), 'hex')
    FROM (
      SELECT 1, p.rank, x.* FROM placement p JOIN unit u ON u.id = p.unit
      CROSS JOIN LATERAL (VALUES (1, lpad(to_hex(u.uid), 12, '0')), (2, u.source), (3, u.target),
        (4, COALESCE(u.codes, ''))) AS x (number, text)
      WHERE p.document = r.document AND p.taken_in IS NULL
      UNION ALL SELECT 2, p.rank, x.* FROM pin p
      CROSS JOIN LATERAL (VALUES (1, p.source), (2, p.source_occurrence || '/' || p.source_count),
        (3, p.target), (4, p.target_occurrence || '/' || p.target_count),
        (5, CASE p.confirmed WHEN 1 THEN 'true' ELSE 'false' END), (6, COALESCE(p.type, 'null')),
        (7, p.author), (8, p.at)) AS x (number, text)
      WHERE p.document = r.document AND p.taken_in IS NULL) AS f (part, at, number, text))
  WHERE v.id = sealed;
END $$

CREATE FUNCTION seal_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM seal(r.id) FROM revision r WHERE r.id = NEW.id AND r.digest = '';
  RETURN NULL;
END $$

CREATE CONSTRAINT TRIGGER revision_sealed AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION seal_revision()

CREATE VIEW member_revision AS SELECT * FROM revision

CREATE VIEW member_change AS SELECT * FROM change

-- A unit with a note that a change has about it.
CREATE VIEW unit_note AS SELECT unit, note FROM unit_history WHERE note IS NOT NULL

-- A change gets the name of the user and the time of the server; a compaction is made with its change.
-- A revision and a note belong to the current change. The caller's ids, authors and times count for
-- nothing.
CREATE FUNCTION add_for_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'unit_note' THEN
    INSERT INTO unit_history (unit, change, kind, note)
    VALUES (NEW.unit, current_change(), 'judged', NEW.note)
    ON CONFLICT (unit, change) DO UPDATE SET note = excluded.note;
  ELSIF TG_TABLE_NAME = 'member_revision' THEN
    PERFORM refuse('revisions, and the steps of each, are numbered one after another')
    FROM (SELECT COALESCE(max(r.number), 0), max(r.step) FILTER (WHERE r.number = NEW.number),
        bool_or(r.digest = '')
      FROM revision r WHERE r.document = NEW.document) AS had (number, step, is_open)
    WHERE had.is_open OR CASE WHEN had.step IS NULL THEN (NEW.number, NEW.step) <> (had.number + 1, 0)
      ELSE NEW.step <> had.step + 1 END;
    NEW.id := (SELECT COALESCE(max(r.id), 0) + 1 FROM revision r);
    NEW.change := current_change();
    NEW.digest := '';
    INSERT INTO revision SELECT NEW.*;
  ELSE
    PERFORM refuse(COALESCE(refused(NEW.kind), refused_to_take_back(NEW.undoes)));
    PERFORM refuse('a change belongs to a command of the same user') WHERE NEW.command IS NOT NULL
      AND NOT EXISTS (SELECT FROM change c WHERE c.id = NEW.command AND c.author = session_user);
    PERFORM refuse('taking back and doing again name a change, and nothing else does')
    WHERE (NEW.kind IN ('undone', 'redone')) <> (NEW.undoes IS NOT NULL);
    UPDATE memory SET changes = changes + 1 WHERE xmin <> pg_current_xact_id()::xid;
    PERFORM seal(r.id) FROM revision r WHERE r.digest = '';
    NEW.id := (SELECT COALESCE(max(c.id), 0) + 1 FROM change c);
    NEW.at := server_time();
    NEW.author := session_user;
    NEW.note := COALESCE(NEW.note, '');
    INSERT INTO change SELECT NEW.*;
    IF NEW.kind = 'compacted' THEN
      {compact.sql}
      UPDATE revision SET digest = '';
      PERFORM seal(r.id) FROM revision r;
    END IF;
  END IF;
  RETURN NEW;
END $$

-- Writing is counted. Which settings an article was aligned with, its own author and maintainers
-- correct. Beads and texts outside of units come with the revision that they are of. A comment belongs
-- to the current change.
CREATE FUNCTION check_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'memory' THEN
    NEW.changes := OLD.changes + 1;
  ELSIF TG_TABLE_NAME = 'document' THEN
    NEW.changed_in := current_change();
    IF TG_OP = 'INSERT' THEN
      NEW.id := (SELECT COALESCE(max(d.id), 0) + 1 FROM document d);
    END IF;
  ELSIF TG_TABLE_NAME = 'revision' THEN
    RETURN CASE WHEN is_maintainer() OR session_user = (
      SELECT c.author FROM change c WHERE c.id = NEW.change) THEN NEW END;
  ELSIF TG_TABLE_NAME = 'comment' THEN
    IF TG_OP = 'INSERT' THEN
      NEW.change := current_change();
    ELSIF EXISTS (SELECT FROM unit u WHERE u.id = OLD.unit AND u.deleted_in IS NULL
        AND u.retired_in IS NULL) THEN
      PERFORM refuse('a comment stays with its unit');
    END IF;
  ELSE
    PERFORM refuse('beads are recorded with their revision') WHERE NOT EXISTS (
      SELECT FROM revision r
      WHERE r.id = NEW.revision AND r.change = current_change() AND r.digest = '');
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER row_checked BEFORE INSERT OR UPDATE ON comment
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE UPDATE OF changes ON memory
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE INSERT OR UPDATE ON document
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE UPDATE OF settings ON revision
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE INSERT ON recorded_beads
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE FUNCTION check_revised() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse('a document gets its languages with a revision') WHERE NOT EXISTS (
    SELECT FROM revision r WHERE r.document = NEW.id AND r.change = NEW.changed_in);
  RETURN NULL;
END $$

CREATE CONSTRAINT TRIGGER document_made AFTER INSERT ON document DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION check_revised()

CREATE CONSTRAINT TRIGGER document_revised AFTER UPDATE OF source_lang, target_lang ON document
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.source_lang <> NEW.source_lang OR OLD.target_lang <> NEW.target_lang)
EXECUTE FUNCTION check_revised()

-- Whether a text is one that CodesColumn reads, of a unit with these texts, or ExtrasColumn without.
-- Lengths are in UTF-16 units.
CREATE FUNCTION is_packed(packed TEXT, source TEXT, target TEXT) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  wide TEXT := '[\U00010000-\U0010FFFF]';
  all_units TEXT := regexp_replace(packed, wide, 'xx', 'g');
  at INTEGER := 1;
  head TEXT;
  size TEXT;
BEGIN
  WHILE at <= length(all_units) LOOP
    head := substring(substr(all_units, at, 11) FROM CASE WHEN source IS NULL
      THEN '^([bf]|[ust][apn])' ELSE '^([st][0-9]{1,9},)' END);
    IF head IS NULL OR (source IS NOT NULL AND rtrim(substr(head, 2), ',')::INTEGER > length(
        regexp_replace(CASE WHEN head ~ 's' THEN source ELSE target END, wide, 'xx', 'g'))) THEN
      RETURN false;
    END IF;
    at := at + length(head);
    FOR field IN 1..CASE length(head) WHEN 1 THEN 1 ELSE 3 END LOOP
      size := substring(substr(all_units, at, 10) FROM '^([0-9]{1,9}):');
      IF size IS NULL OR (field = 1 AND head ~ '[a,]' AND size ~ '^0+$') THEN
        RETURN false;
      END IF;
      at := at + length(size) + 1 + size::INTEGER;
    END LOOP;
  END LOOP;
  RETURN at = length(all_units) + 1;
END $$

CREATE FUNCTION check_added() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT := current_change();
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM refuse('a place is taken once') FROM replaced p WHERE p.taken_in IS NOT NULL;
  END IF;
  IF TG_TABLE_NAME = 'placement' THEN
    PERFORM refuse('places are given and taken by the change that makes the revision')
    FROM (SELECT DISTINCT document, set_in, taken_in FROM added
      WHERE TG_OP = 'INSERT' OR taken_in IS NOT NULL) AS named
    WHERE named.taken_in <= named.set_in OR NOT EXISTS (
      SELECT FROM revision r WHERE r.id = COALESCE(named.taken_in, named.set_in) AND r.document = named.document
        AND r.change = made AND r.digest = '');
    RETURN NULL;
  END IF;
  PERFORM refuse('the inline codes of a unit are malformed') FROM added a
  WHERE a.codes IS NOT NULL AND NOT is_packed(a.codes, a.source, a.target);
  IF EXISTS (
      SELECT FROM (
        SELECT DISTINCT source_lang, target_lang, created_in, changed_in, confirmed_in
        FROM added) AS named
      WHERE (SELECT l.id FROM language l WHERE l.id = named.source_lang) IS NULL
        OR (SELECT l.id FROM language l WHERE l.id = named.target_lang) IS NULL
        OR named.created_in <> made OR named.changed_in <> made OR named.confirmed_in <> made) THEN
    RAISE foreign_key_violation
      USING MESSAGE = 'a unit names a language that does not exist, or a change that did not add it';
  END IF;
  PERFORM refuse('units are numbered one after another') FROM added a HAVING count(*) <> max(a.id)
    - COALESCE((SELECT max(u.id) FROM unit u WHERE u.id < (SELECT min(b.id) FROM added b)), 0)
    OR max(a.id) <> (SELECT max(u.id) FROM unit u);
  PERFORM refuse(CASE WHEN named.document IS NULL THEN refused('imported')
      ELSE 'a unit is added with a revision of its document' END)
  FROM (SELECT DISTINCT document FROM added) AS named
  WHERE NOT EXISTS (SELECT FROM revision r WHERE r.document = named.document AND r.change = made);
  RETURN NULL;
END $$

CREATE TRIGGER added_checked AFTER INSERT ON unit REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION check_added()

CREATE TRIGGER added_checked AFTER INSERT ON placement REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION check_added()

CREATE TRIGGER taken_checked AFTER UPDATE ON placement
REFERENCING OLD TABLE AS replaced NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION check_added()

-- What is done to a unit belongs to the change that does it. A change that takes back gives a unit
-- what the history has from before the change that is taken back, and retires or deletes what that
-- change has added. A translator gives a unit another source only with an article that is recorded.
CREATE FUNCTION check_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT := current_change();
  undone BIGINT := (SELECT c.undoes FROM change c WHERE c.id = made);
  revised BIGINT := (SELECT max(r.id) FROM revision r WHERE r.change = made AND r.document = NEW.document);
  before unit_history%ROWTYPE;
BEGIN
  IF EXISTS (SELECT FROM revision r WHERE r.change = made AND r.digest <> '') THEN
    PERFORM refuse('the revision of this change is complete');
  ELSIF (NEW.source_key <> OLD.source_key AND NEW.source = OLD.source)
    OR (NEW.target_key <> OLD.target_key AND NEW.target = OLD.target) THEN
    PERFORM refuse('the key of a text changes with it');
  ELSIF NEW.retired_in IS DISTINCT FROM OLD.retired_in AND revised IS NULL THEN
    PERFORM refuse('a unit is retired and comes back with a revision of its document');
  END IF;
  IF NEW.codes IS NOT NULL AND NOT is_packed(NEW.codes, NEW.source, NEW.target) THEN
    PERFORM refuse('the inline codes of a unit are malformed');
  END IF;
  IF NEW.source <> OLD.source AND revised IS NULL THEN
    PERFORM refuse(refused('source'));
  END IF;
  IF undone IS NULL THEN
    IF (NEW.source, NEW.target, NEW.status, NEW.codes, NEW.changed_in)
        IS DISTINCT FROM (OLD.source, OLD.target, OLD.status, OLD.codes, OLD.changed_in) THEN
      NEW.changed_in := made;
    END IF;
    IF NEW.deleted_in IS DISTINCT FROM OLD.deleted_in AND NEW.deleted_in IS NOT NULL THEN
      NEW.deleted_in := made;
    END IF;
    IF NEW.confirmed_in IS DISTINCT FROM OLD.confirmed_in AND NEW.confirmed_in IS NOT NULL THEN
      NEW.confirmed_in := made;
    END IF;
    IF NEW.retired_in IS DISTINCT FROM OLD.retired_in AND NEW.retired_in IS NOT NULL THEN
      NEW.retired_in := revised;
    END IF;
    RETURN NEW;
  END IF;
  SELECT h.* INTO before FROM unit_history h WHERE h.unit = NEW.id AND h.change = undone;
  PERFORM refuse('taking back gives a unit what it was before the change that is taken back')
  WHERE NEW.source NOT IN (OLD.source, COALESCE(before.old_source, OLD.source))
    OR NEW.target NOT IN (OLD.target, COALESCE(before.old_target, OLD.target))
    OR NEW.status NOT IN (OLD.status, COALESCE(before.old_status, OLD.status))
    OR NEW.confidence NOT IN (OLD.confidence, COALESCE(before.old_confidence, OLD.confidence))
    OR NEW.changed_in NOT IN (OLD.changed_in, COALESCE(before.old_changed_in, OLD.changed_in))
    OR (NEW.codes IS DISTINCT FROM OLD.codes
      AND COALESCE(NEW.codes, '') IS DISTINCT FROM before.old_codes)
    OR (NEW.confirmed_in IS DISTINCT FROM OLD.confirmed_in
      AND COALESCE(NEW.confirmed_in, 0) IS DISTINCT FROM before.old_confirmed_in)
    OR (NEW.deleted_in IS DISTINCT FROM OLD.deleted_in
      AND COALESCE(NEW.deleted_in, 0) IS DISTINCT FROM before.old_deleted_in
      AND NOT (OLD.created_in = undone AND NEW.deleted_in IS NOT DISTINCT FROM made))
    OR (NEW.retired_in IS DISTINCT FROM OLD.retired_in
      AND NOT (NEW.retired_in IS NULL AND before.kind IS NOT DISTINCT FROM 'retired')
      AND NEW.retired_in IS DISTINCT FROM before.old_retired_in
      AND NOT (OLD.created_in = undone AND NEW.retired_in IS NOT DISTINCT FROM revised));
  RETURN NEW;
END $$

CREATE TRIGGER unit_checked BEFORE UPDATE ON unit
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION check_unit()

-- Keeps what a change replaces, as unit_history describes it; of several times in one change the
-- first. A kind counts more than those before it.
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
  FROM current_change() AS made WHERE OLD.created_in <> made
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

-- Extras are of an import; a translator takes back at most. The plan of the first time serves for few
-- rows and for many: each is looked up.
CREATE FUNCTION record_extras() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
  made BIGINT := current_change();
BEGIN
  IF EXISTS (
      SELECT FROM added a WHERE (SELECT u.id FROM unit u WHERE u.id = a.unit) IS NULL) THEN
    RAISE foreign_key_violation USING MESSAGE = 'extras are of a unit that does not exist';
  END IF;
  PERFORM refuse('the extras of a unit are malformed') FROM added a
  WHERE a.extras IS NOT NULL AND NOT is_packed(a.extras, NULL, NULL);
  IF NOT is_maintainer() THEN
    PERFORM refuse(refused('imported')) FROM added a WHERE NOT EXISTS (
      SELECT FROM change c JOIN unit_extras_history h ON h.change = c.undoes
      WHERE c.id = made AND h.unit = a.unit AND (h.changed, h.author, h.extras)
        IS NOT DISTINCT FROM (a.changed, a.author, a.extras));
  END IF;
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

CREATE TRIGGER extras_added AFTER INSERT ON unit_extras REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION record_extras()

CREATE TRIGGER extras_changed AFTER UPDATE ON unit_extras
REFERENCING OLD TABLE AS replaced NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION record_extras()

-- A text without its white space, as PinIdentity compares it.
CREATE FUNCTION visible(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(text,
    U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\FEFF', '')
$$

-- A bead is set and taken by a revision of its document. It is of the user who sets it, unless the
-- document has had it before; the time of setting is his, if it may be.
CREATE FUNCTION check_pin() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  revised BIGINT := (
    SELECT max(r.id) FROM revision r
    WHERE r.change = current_change() AND r.document = NEW.document AND r.digest = '');
BEGIN
  PERFORM refuse('a bead is set and taken by a revision of its document') WHERE revised IS NULL;
  IF TG_OP = 'UPDATE' THEN
    NEW.taken_in := COALESCE(OLD.taken_in, revised);
    RETURN NEW;
  END IF;
  NEW.set_in := revised;
  IF NOT EXISTS (
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

CREATE TRIGGER pin_checked BEFORE INSERT OR UPDATE OF taken_in ON pin
FOR EACH ROW EXECUTE FUNCTION check_pin()

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

CREATE VIEW member_fuzzy_state AS SELECT * FROM fuzzy_state

CREATE VIEW member_fuzzy_part AS SELECT * FROM fuzzy_part

CREATE VIEW member_fuzzy_block AS SELECT * FROM fuzzy_block

CREATE VIEW member_fuzzy_pending AS SELECT * FROM fuzzy_pending

DO $$
DECLARE
  written TEXT;
BEGIN
  FOREACH written IN ARRAY ARRAY['member_change', 'member_revision', 'unit_note'] LOOP
    EXECUTE format('CREATE TRIGGER added INSTEAD OF INSERT ON %I
      FOR EACH ROW EXECUTE FUNCTION add_for_member()', written);
  END LOOP;
  FOREACH written IN ARRAY ARRAY['memory', 'language', 'member_change', 'member_revision',
    'revision', 'document', 'unit', 'unit_note', 'unit_extras', 'placement', 'pin',
    'recorded_beads', 'comment', 'fuzzy_state', 'fuzzy_part', 'fuzzy_block', 'fuzzy_pending'] LOOP
    EXECUTE format('CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION guard_name()', written);
  END LOOP;
END $$
