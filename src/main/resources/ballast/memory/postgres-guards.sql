-- What a user of a memory on a server may not do, whichever program he uses. The rights to tables
-- and columns are given by postgres-rights.sql; here is what no such right can express.

CREATE FUNCTION is_maintainer() RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT EXISTS (
    SELECT FROM pg_catalog.pg_namespace n
    WHERE n.nspname = current_schema() AND pg_has_role(session_user, n.nspowner, 'MEMBER'))
  OR EXISTS (
    SELECT FROM pg_catalog.pg_roles r
    WHERE r.rolname = current_schema() || '_maintainer'
      AND pg_has_role(session_user, r.oid, 'MEMBER'))
$$

-- Why the user may not do what is for maintainers; null if he may. Dry runs ask, too.
CREATE FUNCTION refused(deed TEXT) RETURNS TEXT LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT 'only a maintainer ' || CASE deed
    WHEN 'imported' THEN 'imports units'
    WHEN 'copied' THEN 'copies into it'
    WHEN 'compacted' THEN 'removes what is kept for the history'
    WHEN 'source' THEN 'changes the source of a unit'
    WHEN 'index' THEN 'rebuilds the index'
    WHEN 'version' THEN 'changes the version' END
  WHERE NOT is_maintainer()
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

-- The author of a change is the user. Changes of others come only with a copy into an empty memory.
CREATE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  reason TEXT := COALESCE(refused(NEW.kind), refused_to_take_back(NEW.undoes));
BEGIN
  IF NEW.author <> session_user AND (NOT is_maintainer()
      OR EXISTS (SELECT FROM unit) OR EXISTS (SELECT FROM document)) THEN
    RAISE insufficient_privilege
      USING MESSAGE = format('a change is recorded with the name of the user, not with "%s"', NEW.author);
  END IF;
  IF NEW.at !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z$'
      OR NEW.at::timestamptz IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = format('"%s" is no time', NEW.at);
  END IF;
  IF NEW.undoes >= NEW.id OR ((EXISTS (SELECT FROM unit) OR EXISTS (SELECT FROM document))
      AND NEW.id <> (SELECT max(c.id) + 1 FROM change c)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'changes are numbered one after another';
  END IF;
  IF reason IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = reason;
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER change_guard BEFORE INSERT ON change
FOR EACH ROW EXECUTE FUNCTION guard_change()

CREATE FUNCTION is_of_this_transaction(asked BIGINT) RETURNS boolean LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
  SELECT EXISTS (
    SELECT FROM change c WHERE c.id = asked AND c.xmin = pg_current_xact_id()::xid)
$$

-- What a unit was before, and a revision, are written by the command that makes them; the argument
-- names them.
CREATE FUNCTION guard_record() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (
      SELECT FROM (SELECT DISTINCT change FROM added) AS named
      WHERE NOT is_of_this_transaction(named.change)) THEN
    RAISE insufficient_privilege
      USING MESSAGE = format('%s is recorded with the change that makes it', TG_ARGV[0]);
  END IF;
  RETURN NULL;
END $$

CREATE TRIGGER history_guard AFTER INSERT ON unit_history REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION guard_record('the history of a unit')

CREATE TRIGGER extras_guard AFTER INSERT ON unit_extras_history REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION guard_record('the history of a unit')

CREATE TRIGGER revision_guard AFTER INSERT ON revision REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION guard_record('a revision')

CREATE TRIGGER comment_guard AFTER INSERT ON comment REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION guard_record('a comment')

-- What is done to a unit is done by a change of the user, or by one that takes back: then the unit
-- is said to be changed when it was so before.
CREATE FUNCTION guard_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_of_this_transaction(NEW.changed_in) AND NOT COALESCE((
      SELECT c.undoes IS NOT NULL AND c.xmin = pg_current_xact_id()::xid
        AND EXISTS (SELECT FROM unit_history h WHERE h.unit = NEW.id
          AND (h.old_changed_in = NEW.changed_in OR OLD.changed_in = NEW.changed_in))
      FROM change c ORDER BY c.id DESC LIMIT 1), false) THEN
    RAISE insufficient_privilege
      USING MESSAGE = 'a unit is changed by a command that is recorded with the name of the user';
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER unit_guard BEFORE UPDATE OF target, status, changed_in ON unit FOR EACH ROW
WHEN (OLD.target IS DISTINCT FROM NEW.target OR OLD.status <> NEW.status
  OR OLD.changed_in <> NEW.changed_in) EXECUTE FUNCTION guard_unit()

-- Its codes and whether it is there change with a change of the user, too, and what is said to have
-- retired or deleted it is that change, unless it takes back. (Its confidence changes in silence: an article
-- that is aligned again with the same result is no change.)
CREATE FUNCTION guard_state() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  own BOOLEAN;
  back BOOLEAN;
BEGIN
  SELECT c.xmin = pg_current_xact_id()::xid, c.undoes IS NOT NULL INTO own, back
  FROM change c ORDER BY c.id DESC LIMIT 1;
  IF NOT COALESCE(own, false)
    OR (NOT back AND OLD.deleted_in IS DISTINCT FROM NEW.deleted_in
      AND NEW.deleted_in IS NOT NULL AND NOT is_of_this_transaction(NEW.deleted_in))
    OR (NOT back AND OLD.retired_in IS DISTINCT FROM NEW.retired_in
      AND NEW.retired_in IS NOT NULL AND NOT EXISTS (
        SELECT FROM revision r WHERE r.id = NEW.retired_in AND is_of_this_transaction(r.change))) THEN
    RAISE insufficient_privilege
      USING MESSAGE = 'a unit is changed by a command that is recorded with the name of the user';
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER state_guard BEFORE UPDATE OF codes, retired_in, deleted_in ON unit FOR EACH ROW
WHEN (OLD.codes IS DISTINCT FROM NEW.codes OR OLD.retired_in IS DISTINCT FROM NEW.retired_in
  OR OLD.deleted_in IS DISTINCT FROM NEW.deleted_in) EXECUTE FUNCTION guard_state()

-- A change that takes back gives a unit what the history has from before the change that is taken
-- back, and retires or deletes what that change has added; each column may come in a statement of
-- its own.
CREATE FUNCTION guard_taking_back() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  back change%ROWTYPE;
  old_state unit_history%ROWTYPE;
BEGIN
  SELECT c.* INTO back FROM change c ORDER BY c.id DESC LIMIT 1;
  IF back.undoes IS NULL OR NOT is_of_this_transaction(back.id) THEN
    RETURN NEW;
  END IF;
  SELECT h.* INTO old_state FROM unit_history h WHERE h.unit = NEW.id AND h.change = back.undoes;
  IF NEW.source NOT IN (OLD.source, COALESCE(old_state.old_source, OLD.source))
    OR NEW.target NOT IN (OLD.target, COALESCE(old_state.old_target, OLD.target))
    OR NEW.status NOT IN (OLD.status, COALESCE(old_state.old_status, OLD.status))
    OR NEW.changed_in NOT IN (OLD.changed_in, COALESCE(old_state.old_changed_in, OLD.changed_in))
    OR (NEW.codes IS DISTINCT FROM OLD.codes
      AND COALESCE(NEW.codes, '') IS DISTINCT FROM old_state.old_codes)
    OR (NEW.deleted_in IS DISTINCT FROM OLD.deleted_in
      AND COALESCE(NEW.deleted_in, 0) IS DISTINCT FROM old_state.old_deleted_in
      AND NOT (OLD.created_in = back.undoes AND NEW.deleted_in IS NOT DISTINCT FROM back.id))
    OR (NEW.retired_in IS DISTINCT FROM OLD.retired_in
      AND NOT (NEW.retired_in IS NULL AND old_state.kind IS NOT DISTINCT FROM 'retired')
      AND NEW.retired_in IS DISTINCT FROM old_state.old_retired_in
      AND NOT (OLD.created_in = back.undoes AND EXISTS (
        SELECT FROM revision r WHERE r.id = NEW.retired_in AND r.change = back.id))) THEN
    RAISE insufficient_privilege
      USING MESSAGE = 'taking back gives a unit what it was before the change that is taken back';
  END IF;
  RETURN NEW;
END $$

-- Fires after the others, whose refusals are plainer: by its name.
CREATE TRIGGER z_taking_back_guard BEFORE UPDATE OF source, target, status, changed_in, codes,
  deleted_in, retired_in ON unit
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION guard_taking_back()

-- Who translated a unit elsewhere is known from an import; a translator takes back at most.
CREATE FUNCTION guard_added_extras() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_maintainer() AND EXISTS (SELECT FROM added a WHERE a.author IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = refused('imported');
  END IF;
  RETURN NULL;
END $$

CREATE TRIGGER added_extras_guard AFTER INSERT ON unit_extras REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION guard_added_extras()

CREATE FUNCTION guard_extras_author() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_maintainer() AND NOT EXISTS (
      SELECT FROM change c JOIN unit_extras_history h ON h.change = c.undoes
      WHERE is_of_this_transaction(c.id) AND h.unit = NEW.unit
        AND h.author IS NOT DISTINCT FROM NEW.author) THEN
    RAISE insufficient_privilege USING MESSAGE = refused('imported');
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER extras_author_guard BEFORE UPDATE OF author ON unit_extras
FOR EACH ROW WHEN (OLD.author IS DISTINCT FROM NEW.author) EXECUTE FUNCTION guard_extras_author()

-- A translator gives a unit another source only with an article that is recorded.
CREATE FUNCTION guard_source() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_maintainer() AND NOT EXISTS (
      SELECT FROM revision r
      WHERE r.document = NEW.document AND is_of_this_transaction(r.change)) THEN
    RAISE insufficient_privilege USING MESSAGE = refused('source');
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER source_guard BEFORE UPDATE OF source ON unit
FOR EACH ROW WHEN (OLD.source IS DISTINCT FROM NEW.source) EXECUTE FUNCTION guard_source()

CREATE FUNCTION guard_index() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_maintainer() THEN
    RAISE insufficient_privilege USING MESSAGE = refused('index');
  END IF;
  RETURN NEW;
END $$

-- Whoever brings the index up to date covers units with it.
CREATE TRIGGER index_guard BEFORE UPDATE ON fuzzy_state FOR EACH ROW
WHEN (NEW.covered = 0) EXECUTE FUNCTION guard_index()

CREATE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_maintainer() THEN
    RAISE insufficient_privilege USING MESSAGE = refused('version');
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER version_guard BEFORE UPDATE ON memory FOR EACH ROW
WHEN (NEW.schema_version <> OLD.schema_version OR NEW.id <> OLD.id) EXECUTE FUNCTION guard_version()

CREATE FUNCTION guard_count() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'writing transactions are counted one after another';
END $$

CREATE TRIGGER count_guard BEFORE UPDATE ON memory FOR EACH ROW
WHEN (NEW.changes NOT IN (OLD.changes, OLD.changes + 1)) EXECUTE FUNCTION guard_count()

-- A text without its white space, as PinIdentity compares it.
CREATE FUNCTION visible(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(text,
    U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\FEFF', '')
$$

-- A set bead is of the user, or one that the document has had before. Those of others come only with
-- a copy into an empty memory, which writes all changes in the same transaction.
CREATE FUNCTION guard_pin() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT (is_maintainer() AND COALESCE((
      SELECT c.xmin = pg_current_xact_id()::xid FROM change c ORDER BY c.id LIMIT 1), false))
    AND NOT EXISTS (
      SELECT FROM pin p
      WHERE p.document = NEW.document AND p.author = NEW.author AND p.at = NEW.at
        AND p.confirmed = NEW.confirmed AND p.type IS NOT DISTINCT FROM NEW.type
        AND visible(p.source) = visible(NEW.source) AND visible(p.target) = visible(NEW.target)) THEN
    RAISE insufficient_privilege
      USING MESSAGE = format('a bead is recorded with the name of the user, not with "%s"', NEW.author);
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER pin_guard BEFORE INSERT ON pin
FOR EACH ROW WHEN (NEW.author <> session_user) EXECUTE FUNCTION guard_pin()

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

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON memory
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON change
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON revision
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON unit
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON unit_history
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON unit_extras
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON unit_extras_history
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON pin
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON comment
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()

CREATE TRIGGER name_guard BEFORE INSERT OR UPDATE OR DELETE ON fuzzy_state
FOR EACH STATEMENT EXECUTE FUNCTION guard_name()
