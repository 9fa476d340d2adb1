-- What PostgreSQL does not have: cold rows. Only for whom EXECUTE is granted to.
CREATE SCHEMA pglitedb;
GRANT USAGE ON SCHEMA pglitedb TO PUBLIC;

CREATE FUNCTION pglitedb.tier(relation regclass) RETURNS bigint
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_tier';
CREATE FUNCTION pglitedb.compact(relation regclass) RETURNS bigint
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_compact';
CREATE FUNCTION pglitedb.segments(relation regclass, OUT segment integer, OUT file text, OUT first_rowid bigint,
        OUT last_rowid bigint, OUT rows bigint, OUT row_groups integer, OUT marked bigint, OUT bytes bigint)
    RETURNS SETOF record
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_segments';
CREATE FUNCTION pglitedb.tiering(OUT paused boolean, OUT conversions bigint, OUT rows bigint, OUT refused bigint,
        OUT reclaimed bigint, OUT removed_files bigint)
    RETURNS SETOF record
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_tiering_counts';
CREATE FUNCTION pglitedb.pause_tiering() RETURNS boolean
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_pause_tiering';
CREATE FUNCTION pglitedb.resume_tiering() RETURNS boolean
    LANGUAGE internal VOLATILE STRICT AS 'pglitedb_resume_tiering';
REVOKE EXECUTE ON FUNCTION pglitedb.tier(regclass), pglitedb.compact(regclass), pglitedb.pause_tiering(),
    pglitedb.resume_tiering() FROM PUBLIC;

CREATE VIEW pg_catalog.pg_stat_tiering AS
    SELECT c.oid AS relid, n.nspname AS schemaname, c.relname, count(s.segment) AS segments,
        coalesce(sum(s.rows), 0) AS cold_rows, coalesce(sum(s.marked), 0) AS marked_rows,
        coalesce(sum(s.bytes), 0) AS bytes
    FROM pg_class c
        LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN LATERAL pglitedb.segments(c.oid) s ON true
    WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND c.oid >= 16384
    GROUP BY c.oid, n.nspname, c.relname;

-- An extension that every database has, so that pg_dump leaves its members out: their OIDs are the server's own.
INSERT INTO pg_extension VALUES (13999, 'pglitedb', 10, 'pglitedb'::regnamespace, false, '1.0', NULL, NULL);
INSERT INTO pg_depend
    SELECT 'pg_namespace'::regclass, 'pglitedb'::regnamespace, 0, 'pg_extension'::regclass, 13999, 0, 'e'
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, 0, 'pg_extension'::regclass, 13999, 0, 'e'
    FROM pg_proc WHERE pronamespace = 'pglitedb'::regnamespace;
INSERT INTO pg_init_privs
    SELECT 'pglitedb'::regnamespace, 'pg_namespace'::regclass, 0, 'e', nspacl
    FROM pg_namespace WHERE nspname = 'pglitedb' AND nspacl IS NOT NULL
    UNION ALL
    SELECT oid, 'pg_proc'::regclass, 0, 'e', proacl
    FROM pg_proc WHERE pronamespace = 'pglitedb'::regnamespace AND proacl IS NOT NULL;
