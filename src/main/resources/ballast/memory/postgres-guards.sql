-- What the server refuses, whichever program a member uses. The rights to tables and columns are given
-- by postgres-rights.sql, their values are checked by postgres.sql, and postgres-records.sql records.

CREATE FUNCTION is_owner() RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT pg_has_role(session_user, n.nspowner, 'MEMBER')
  FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema()
$$

CREATE FUNCTION is_maintainer() RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT is_owner() OR COALESCE(pg_has_role(
    session_user, to_regrole(quote_ident(current_schema() || '_maintainer')), 'MEMBER'), false)
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
CREATE FUNCTION refused_to_take_back(asked BIGINT) RETURNS TEXT LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
  WITH RECURSIVE undone (undoes, author) AS (
    SELECT c.undoes, c.author FROM change c WHERE c.id = asked
    UNION ALL SELECT c.undoes, c.author FROM undone u JOIN change c ON c.id = u.undoes)
  SELECT format('only a maintainer takes back or does again a command of "%s"', u.author)
  FROM undone u WHERE u.undoes IS NULL AND u.author <> session_user AND NOT is_maintainer()
$$

CREATE FUNCTION refuse(reason TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF reason IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = reason;
  END IF;
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

CREATE FUNCTION refused_change(deed TEXT, in_command BIGINT, undone BIGINT) RETURNS TEXT LANGUAGE sql
STABLE SET search_path FROM CURRENT AS $$
  SELECT COALESCE(refused(deed), refused_to_take_back(undone), CASE
    WHEN in_command IS NOT NULL AND NOT EXISTS (
        SELECT FROM change c WHERE c.id = in_command AND c.author = session_user)
      THEN 'a change belongs to a command of the same user'
    WHEN (deed IN ('undone', 'redone')) <> (undone IS NOT NULL)
        OR undone > (SELECT max(c.id) FROM change c)
      THEN 'taking back and doing again name a change, and nothing else does' END)
$$

CREATE FUNCTION refused_places(sealed BIGINT) RETURNS TEXT LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
  SELECT 'a revision has each unit of its document in one place, or retires it'
  FROM revision r WHERE r.id = sealed AND (
    EXISTS (
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
        SELECT count(*) FROM placement p WHERE p.unit = u.id AND p.taken_in IS NULL)))
$$

-- Which settings an article was aligned with, its own author and maintainers correct. Beads and texts
-- outside of units come with the revision that they are of.
CREATE FUNCTION check_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'revision' THEN
    RETURN CASE WHEN is_maintainer() OR session_user = (
      SELECT c.author FROM change c WHERE c.id = NEW.change) THEN NEW END;
  ELSIF TG_TABLE_NAME = 'comment' THEN
    PERFORM refuse('a comment stays with its unit') FROM unit u
    WHERE u.id = OLD.unit AND u.deleted_in IS NULL AND u.retired_in IS NULL;
  ELSIF TG_TABLE_NAME = 'document' THEN
    PERFORM refuse('a document gets its languages with a revision') WHERE NOT EXISTS (
      SELECT FROM revision r WHERE r.document = NEW.id AND r.change = NEW.changed_in);
  ELSE
    PERFORM refuse('beads are recorded with their revision') WHERE NOT EXISTS (
      SELECT FROM revision r
      WHERE r.id = NEW.revision AND r.change = current_change() AND r.digest = '');
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER row_checked BEFORE UPDATE OF settings ON revision
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE UPDATE ON comment
FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE CONSTRAINT TRIGGER document_revised AFTER INSERT OR UPDATE OF source_lang, target_lang
ON document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_row()

CREATE TRIGGER row_checked BEFORE INSERT ON recorded_beads
FOR EACH ROW EXECUTE FUNCTION check_row()

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

-- Units are numbered one after another. Who may not import adds them with a revision of their document.
CREATE FUNCTION check_added() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT := current_change();
BEGIN
  PERFORM refuse('the inline codes of a unit are malformed') FROM added a
  WHERE a.codes IS NOT NULL AND NOT is_packed(a.codes, a.source, a.target);
  PERFORM refuse('a unit names a language that does not exist, or a change that did not add it')
  FROM (SELECT DISTINCT source_lang, target_lang, created_in, changed_in, confirmed_in
    FROM added) AS named
  WHERE (SELECT l.id FROM language l WHERE l.id = named.source_lang) IS NULL
    OR (SELECT l.id FROM language l WHERE l.id = named.target_lang) IS NULL
    OR named.created_in <> made OR named.changed_in <> made OR named.confirmed_in <> made;
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

-- A translator gives a unit another source only with an article that is recorded.
CREATE FUNCTION check_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made BIGINT := (SELECT max(c.id) FROM change c); -- see set_unit
BEGIN
  IF EXISTS (SELECT FROM revision r WHERE r.change = made AND r.digest <> '') THEN
    PERFORM refuse('the revision of this change is complete');
  ELSIF NEW.codes IS NOT NULL AND NOT is_packed(NEW.codes, NEW.source, NEW.target) THEN
    PERFORM refuse('the inline codes of a unit are malformed');
  ELSIF NEW.source <> OLD.source AND NOT EXISTS (
      SELECT FROM revision r WHERE r.change = made AND r.document = NEW.document) THEN
    PERFORM refuse(refused('source'));
  END IF;
  RETURN NULL;
END $$

CREATE TRIGGER unit_checked AFTER UPDATE ON unit
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION check_unit()

-- Extras are of an import; a translator takes back at most.
CREATE FUNCTION check_extras() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET enable_seqscan = off AS $$
BEGIN
  PERFORM refuse('extras are of a unit that exists, and as Ballast writes them') FROM added a
  WHERE (SELECT u.id FROM unit u WHERE u.id = a.unit) IS NULL
    OR (a.extras IS NOT NULL AND NOT is_packed(a.extras, NULL, NULL));
  IF NOT is_maintainer() THEN
    PERFORM refuse(refused('imported')) FROM added a WHERE NOT EXISTS (
      SELECT FROM change c JOIN unit_extras_history h ON h.change = c.undoes
      WHERE c.id = current_change() AND h.unit = a.unit AND (h.changed, h.author, h.extras)
        IS NOT DISTINCT FROM (a.changed, a.author, a.extras));
  END IF;
  RETURN NULL;
END $$

CREATE TRIGGER added_checked AFTER INSERT ON unit_extras REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION check_extras()

CREATE TRIGGER changed_checked AFTER UPDATE ON unit_extras REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION check_extras()

DO $$
DECLARE
  written TEXT;
BEGIN
  FOREACH written IN ARRAY ARRAY['memory', 'language', 'member_change', 'member_revision',
    'revision', 'document', 'unit', 'unit_note', 'unit_extras', 'placement', 'pin',
    'recorded_beads', 'comment', 'fuzzy_state', 'fuzzy_part', 'fuzzy_block', 'fuzzy_pending'] LOOP
    EXECUTE format('CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION guard_name()', written);
  END LOOP;
END $$
