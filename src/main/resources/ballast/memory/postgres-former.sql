-- What an upgrade makes again: first functions and views, with the triggers that call them, then, before
-- version 3, the places.

DO $$
DECLARE
  former TEXT;
BEGIN
  FOR former IN
    SELECT 'VIEW IF EXISTS ' || c.oid::regclass FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'v'
    UNION ALL SELECT 'FUNCTION IF EXISTS ' || p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE 'DROP ' || former || ' CASCADE';
  END LOOP;
END $$

CREATE TABLE former_placement AS SELECT * FROM placement

DROP TABLE placement
