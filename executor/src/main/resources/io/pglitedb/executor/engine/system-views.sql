-- The views of pg_catalog. Names, types and order of columns are PostgreSQL 15's; the statements are ours. Several read
-- functions that fail with 0A000 until their data exists.
SET client_min_messages = error;
SET search_path = '';

-- Roles
CREATE VIEW pg_catalog.pg_roles AS
    SELECT r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication,
        r.rolconnlimit, '********'::text AS rolpassword, r.rolvaliduntil, r.rolbypassrls,
        (SELECT s.setconfig FROM pg_db_role_setting s WHERE s.setrole = r.oid AND s.setdatabase = 0) AS rolconfig,
        r.oid
    FROM pg_authid r;

CREATE VIEW pg_catalog.pg_shadow AS
    SELECT r.rolname AS usename, r.oid AS usesysid, r.rolcreatedb AS usecreatedb, r.rolsuper AS usesuper,
        r.rolreplication AS userepl, r.rolbypassrls AS usebypassrls, r.rolpassword AS passwd,
        r.rolvaliduntil AS valuntil,
        (SELECT s.setconfig FROM pg_db_role_setting s WHERE s.setrole = r.oid AND s.setdatabase = 0) AS useconfig
    FROM pg_authid r
    WHERE r.rolcanlogin;

CREATE VIEW pg_catalog.pg_user AS
    SELECT s.usename, s.usesysid, s.usecreatedb, s.usesuper, s.userepl, s.usebypassrls, '********'::text AS passwd,
        s.valuntil, s.useconfig
    FROM pg_shadow s;

CREATE VIEW pg_catalog.pg_group AS
    SELECT r.rolname AS groname, r.oid AS grosysid,
        ARRAY(SELECT m.member FROM pg_auth_members m WHERE m.roleid = r.oid) AS grolist
    FROM pg_authid r
    WHERE NOT r.rolcanlogin;

-- Relations
CREATE VIEW pg_catalog.pg_tables AS
    SELECT n.nspname AS schemaname, c.relname AS tablename, pg_get_userbyid(c.relowner) AS tableowner,
        t.spcname AS tablespace, c.relhasindex AS hasindexes, c.relhasrules AS hasrules, c.relhastriggers AS hastriggers,
        c.relrowsecurity AS rowsecurity
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        LEFT JOIN pg_tablespace t ON c.reltablespace = t.oid
    WHERE c.relkind IN ('r', 'p');

CREATE VIEW pg_catalog.pg_views AS
    SELECT n.nspname AS schemaname, c.relname AS viewname, pg_get_userbyid(c.relowner) AS viewowner,
        pg_get_viewdef(c.oid) AS definition
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind = 'v';

CREATE VIEW pg_catalog.pg_matviews AS
    SELECT n.nspname AS schemaname, c.relname AS matviewname, pg_get_userbyid(c.relowner) AS matviewowner,
        t.spcname AS tablespace, c.relhasindex AS hasindexes, c.relispopulated AS ispopulated,
        pg_get_viewdef(c.oid) AS definition
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        LEFT JOIN pg_tablespace t ON c.reltablespace = t.oid
    WHERE c.relkind = 'm';

CREATE VIEW pg_catalog.pg_indexes AS
    SELECT n.nspname AS schemaname, c.relname AS tablename, i.relname AS indexname, t.spcname AS tablespace,
        pg_get_indexdef(i.oid) AS indexdef
    FROM pg_index x
        JOIN pg_class c ON x.indrelid = c.oid
        JOIN pg_class i ON x.indexrelid = i.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        LEFT JOIN pg_tablespace t ON i.reltablespace = t.oid
    WHERE c.relkind IN ('r', 'm', 'p') AND i.relkind IN ('i', 'I');

CREATE VIEW pg_catalog.pg_sequences AS
    SELECT n.nspname AS schemaname, c.relname AS sequencename, pg_get_userbyid(c.relowner) AS sequenceowner,
        s.seqtypid::regtype AS data_type, s.seqstart AS start_value, s.seqmin AS min_value, s.seqmax AS max_value,
        s.seqincrement AS increment_by, s.seqcycle AS cycle, s.seqcache AS cache_size,
        CASE WHEN has_sequence_privilege(c.oid, 'SELECT,USAGE'::text) THEN pg_sequence_last_value(c.oid) END
            AS last_value
    FROM pg_sequence s
        JOIN pg_class c ON s.seqrelid = c.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind = 'S' AND NOT pg_is_other_temp_schema(n.oid);

CREATE VIEW pg_catalog.pg_rules AS
    SELECT n.nspname AS schemaname, c.relname AS tablename, r.rulename, pg_get_ruledef(r.oid) AS definition
    FROM pg_rewrite r
        JOIN pg_class c ON r.ev_class = c.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE r.rulename <> '_RETURN';

CREATE VIEW pg_catalog.pg_policies AS
    SELECT n.nspname AS schemaname, c.relname AS tablename, p.polname AS policyname,
        CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END AS permissive,
        CASE
            WHEN p.polroles = '{0}' THEN ARRAY['public'::name]
            ELSE ARRAY(SELECT r.rolname FROM pg_authid r WHERE r.oid = ANY (p.polroles) ORDER BY r.rolname)
        END AS roles,
        CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
            WHEN '*' THEN 'ALL' END AS cmd,
        pg_get_expr(p.polqual, p.polrelid) AS qual,
        pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
    FROM pg_policy p
        JOIN pg_class c ON p.polrelid = c.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid;

CREATE VIEW pg_catalog.pg_publication_tables AS
    SELECT p.pubname, n.nspname AS schemaname, c.relname AS tablename,
        ARRAY(
            SELECT a.attname
            FROM pg_attribute a
            WHERE a.attrelid = g.relid AND a.attnum > 0 AND NOT a.attisdropped
                AND (g.attrs IS NULL OR a.attnum = ANY (g.attrs))
            ORDER BY a.attnum) AS attnames,
        pg_get_expr(g.qual, g.relid) AS rowfilter
    FROM pg_publication p
        CROSS JOIN LATERAL pg_get_publication_tables(p.pubname::text) g
        JOIN pg_class c ON g.relid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid;

CREATE VIEW pg_catalog.pg_stats AS
    SELECT n.nspname AS schemaname, c.relname AS tablename, a.attname, s.stainherit AS inherited,
        s.stanullfrac AS null_frac, s.stawidth AS avg_width, s.stadistinct AS n_distinct,
        CASE 1 WHEN s.stakind1 THEN s.stavalues1 WHEN s.stakind2 THEN s.stavalues2 WHEN s.stakind3 THEN s.stavalues3
            WHEN s.stakind4 THEN s.stavalues4 WHEN s.stakind5 THEN s.stavalues5 END AS most_common_vals,
        CASE 1 WHEN s.stakind1 THEN s.stanumbers1 WHEN s.stakind2 THEN s.stanumbers2 WHEN s.stakind3 THEN s.stanumbers3
            WHEN s.stakind4 THEN s.stanumbers4 WHEN s.stakind5 THEN s.stanumbers5 END AS most_common_freqs,
        CASE 2 WHEN s.stakind1 THEN s.stavalues1 WHEN s.stakind2 THEN s.stavalues2 WHEN s.stakind3 THEN s.stavalues3
            WHEN s.stakind4 THEN s.stavalues4 WHEN s.stakind5 THEN s.stavalues5 END AS histogram_bounds,
        CASE 3 WHEN s.stakind1 THEN s.stanumbers1[1] WHEN s.stakind2 THEN s.stanumbers2[1]
            WHEN s.stakind3 THEN s.stanumbers3[1] WHEN s.stakind4 THEN s.stanumbers4[1]
            WHEN s.stakind5 THEN s.stanumbers5[1] END AS correlation,
        CASE 4 WHEN s.stakind1 THEN s.stavalues1 WHEN s.stakind2 THEN s.stavalues2 WHEN s.stakind3 THEN s.stavalues3
            WHEN s.stakind4 THEN s.stavalues4 WHEN s.stakind5 THEN s.stavalues5 END AS most_common_elems,
        CASE 4 WHEN s.stakind1 THEN s.stanumbers1 WHEN s.stakind2 THEN s.stanumbers2 WHEN s.stakind3 THEN s.stanumbers3
            WHEN s.stakind4 THEN s.stanumbers4 WHEN s.stakind5 THEN s.stanumbers5 END AS most_common_elem_freqs,
        CASE 5 WHEN s.stakind1 THEN s.stanumbers1 WHEN s.stakind2 THEN s.stanumbers2 WHEN s.stakind3 THEN s.stanumbers3
            WHEN s.stakind4 THEN s.stanumbers4 WHEN s.stakind5 THEN s.stanumbers5 END AS elem_count_histogram
    FROM pg_statistic s
        JOIN pg_class c ON s.starelid = c.oid
        JOIN pg_attribute a ON s.starelid = a.attrelid AND s.staattnum = a.attnum
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'select'::text)
        AND (NOT c.relrowsecurity OR NOT row_security_active(c.oid));

CREATE VIEW pg_catalog.pg_seclabels AS
    SELECT l.objoid, l.classoid, l.objsubid, i.type AS objtype, NULL::oid AS objnamespace, i.identity AS objname,
        l.provider, l.label
    FROM pg_seclabel l
        CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) i
    UNION ALL
    SELECT l.objoid, l.classoid, 0, i.type, NULL::oid, i.identity, l.provider, l.label
    FROM pg_shseclabel l
        CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, 0) i;

CREATE VIEW pg_catalog.pg_user_mappings AS
    SELECT u.oid AS umid, s.oid AS srvid, s.srvname, u.umuser,
        CASE WHEN u.umuser = 0 THEN 'public' ELSE r.rolname END AS usename,
        CASE
            WHEN (u.umuser <> 0 AND r.rolname = current_user
                    AND (pg_has_role(s.srvowner, 'USAGE'::text) OR has_server_privilege(s.oid, 'USAGE'::text)))
                OR (u.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE'::text))
                OR (SELECT me.rolsuper FROM pg_authid me WHERE me.rolname = current_user)
            THEN u.umoptions
        END AS umoptions
    FROM pg_user_mapping u
        JOIN pg_foreign_server s ON u.umserver = s.oid
        LEFT JOIN pg_authid r ON r.oid = u.umuser;

-- The server and its sessions
CREATE VIEW pg_catalog.pg_settings AS SELECT * FROM pg_show_all_settings();
CREATE VIEW pg_catalog.pg_file_settings AS SELECT * FROM pg_show_all_file_settings();
CREATE VIEW pg_catalog.pg_config AS SELECT * FROM pg_config();
CREATE VIEW pg_catalog.pg_locks AS SELECT * FROM pg_lock_status();
CREATE VIEW pg_catalog.pg_cursors AS SELECT * FROM pg_cursor();
CREATE VIEW pg_catalog.pg_prepared_statements AS SELECT * FROM pg_prepared_statement();
CREATE VIEW pg_catalog.pg_timezone_names AS SELECT * FROM pg_timezone_names();
CREATE VIEW pg_catalog.pg_timezone_abbrevs AS SELECT * FROM pg_timezone_abbrevs();
CREATE VIEW pg_catalog.pg_shmem_allocations AS SELECT * FROM pg_get_shmem_allocations();
CREATE VIEW pg_catalog.pg_backend_memory_contexts AS SELECT * FROM pg_get_backend_memory_contexts();
CREATE VIEW pg_catalog.pg_replication_origin_status AS SELECT * FROM pg_show_replication_origin_status();

CREATE VIEW pg_catalog.pg_hba_file_rules AS
    SELECT line_number, type, database, user_name, address, netmask, auth_method, options, error
    FROM pg_hba_file_rules();

CREATE VIEW pg_catalog.pg_ident_file_mappings AS
    SELECT line_number, map_name, sys_name, pg_username, error FROM pg_ident_file_mappings();

CREATE VIEW pg_catalog.pg_prepared_xacts AS
    SELECT p.transaction, p.gid, p.prepared, r.rolname AS owner, d.datname AS database
    FROM pg_prepared_xact() p
        LEFT JOIN pg_authid r ON p.ownerid = r.oid
        LEFT JOIN pg_database d ON p.dbid = d.oid;

CREATE VIEW pg_catalog.pg_available_extensions AS
    SELECT e.name, e.default_version, x.extversion AS installed_version, e.comment
    FROM pg_available_extensions() e
        LEFT JOIN pg_extension x ON x.extname = e.name;

CREATE VIEW pg_catalog.pg_available_extension_versions AS
    SELECT e.name, e.version, x.extname IS NOT NULL AS installed, e.superuser, e.trusted, e.relocatable, e.schema,
        e.requires, e.comment
    FROM pg_available_extension_versions() e
        LEFT JOIN pg_extension x ON x.extname = e.name AND x.extversion = e.version;

CREATE VIEW pg_catalog.pg_replication_slots AS
    SELECT s.slot_name, s.plugin, s.slot_type, s.datoid, d.datname AS database, s.temporary, s.active, s.active_pid,
        s.xmin, s.catalog_xmin, s.restart_lsn, s.confirmed_flush_lsn, s.wal_status, s.safe_wal_size, s.two_phase
    FROM pg_get_replication_slots() s
        LEFT JOIN pg_database d ON s.datoid = d.oid;

CREATE VIEW pg_catalog.pg_stat_activity AS
    SELECT s.datid, d.datname, s.pid, s.leader_pid, s.usesysid, r.rolname AS usename, s.application_name, s.client_addr,
        s.client_hostname, s.client_port, s.backend_start, s.xact_start, s.query_start, s.state_change,
        s.wait_event_type, s.wait_event, s.state, s.backend_xid, s.backend_xmin, s.query_id, s.query, s.backend_type
    FROM pg_stat_get_activity(NULL) s
        LEFT JOIN pg_database d ON s.datid = d.oid
        LEFT JOIN pg_authid r ON s.usesysid = r.oid;

CREATE VIEW pg_catalog.pg_stat_ssl AS
    SELECT s.pid, s.ssl, s.sslversion AS version, s.sslcipher AS cipher, s.sslbits AS bits,
        s.ssl_client_dn AS client_dn, s.ssl_client_serial AS client_serial, s.ssl_issuer_dn AS issuer_dn
    FROM pg_stat_get_activity(NULL) s
    WHERE s.client_port IS NOT NULL;

CREATE VIEW pg_catalog.pg_stat_gssapi AS
    SELECT s.pid, s.gss_auth AS gss_authenticated, s.gss_princ AS principal, s.gss_enc AS encrypted
    FROM pg_stat_get_activity(NULL) s
    WHERE s.client_port IS NOT NULL;

CREATE VIEW pg_catalog.pg_stat_replication AS
    SELECT s.pid, s.usesysid, r.rolname AS usename, s.application_name, s.client_addr, s.client_hostname, s.client_port,
        s.backend_start, s.backend_xmin, w.state, w.sent_lsn, w.write_lsn, w.flush_lsn, w.replay_lsn, w.write_lag,
        w.flush_lag, w.replay_lag, w.sync_priority, w.sync_state, w.reply_time
    FROM pg_stat_get_wal_senders() w
        JOIN pg_stat_get_activity(NULL) s ON s.pid = w.pid
        LEFT JOIN pg_authid r ON s.usesysid = r.oid;

-- Counters of databases and relations
CREATE VIEW pg_catalog.pg_stat_database AS
    SELECT d.datid, d.datname,
        CASE WHEN d.datid <> 0 THEN pg_stat_get_db_numbackends(d.datid) END AS numbackends,
        pg_stat_get_db_xact_commit(d.datid) AS xact_commit,
        pg_stat_get_db_xact_rollback(d.datid) AS xact_rollback,
        pg_stat_get_db_blocks_fetched(d.datid) - pg_stat_get_db_blocks_hit(d.datid) AS blks_read,
        pg_stat_get_db_blocks_hit(d.datid) AS blks_hit,
        pg_stat_get_db_tuples_returned(d.datid) AS tup_returned,
        pg_stat_get_db_tuples_fetched(d.datid) AS tup_fetched,
        pg_stat_get_db_tuples_inserted(d.datid) AS tup_inserted,
        pg_stat_get_db_tuples_updated(d.datid) AS tup_updated,
        pg_stat_get_db_tuples_deleted(d.datid) AS tup_deleted,
        pg_stat_get_db_conflict_all(d.datid) AS conflicts,
        pg_stat_get_db_temp_files(d.datid) AS temp_files,
        pg_stat_get_db_temp_bytes(d.datid) AS temp_bytes,
        pg_stat_get_db_deadlocks(d.datid) AS deadlocks,
        pg_stat_get_db_checksum_failures(d.datid) AS checksum_failures,
        pg_stat_get_db_checksum_last_failure(d.datid) AS checksum_last_failure,
        pg_stat_get_db_blk_read_time(d.datid) AS blk_read_time,
        pg_stat_get_db_blk_write_time(d.datid) AS blk_write_time,
        pg_stat_get_db_session_time(d.datid) AS session_time,
        pg_stat_get_db_active_time(d.datid) AS active_time,
        pg_stat_get_db_idle_in_transaction_time(d.datid) AS idle_in_transaction_time,
        pg_stat_get_db_sessions(d.datid) AS sessions,
        pg_stat_get_db_sessions_abandoned(d.datid) AS sessions_abandoned,
        pg_stat_get_db_sessions_fatal(d.datid) AS sessions_fatal,
        pg_stat_get_db_sessions_killed(d.datid) AS sessions_killed,
        pg_stat_get_db_stat_reset_time(d.datid) AS stats_reset
    FROM (SELECT 0::oid AS datid, NULL::name AS datname UNION ALL SELECT oid, datname FROM pg_database) d;

CREATE VIEW pg_catalog.pg_stat_database_conflicts AS
    SELECT d.oid AS datid, d.datname,
        pg_stat_get_db_conflict_tablespace(d.oid) AS confl_tablespace,
        pg_stat_get_db_conflict_lock(d.oid) AS confl_lock,
        pg_stat_get_db_conflict_snapshot(d.oid) AS confl_snapshot,
        pg_stat_get_db_conflict_bufferpin(d.oid) AS confl_bufferpin,
        pg_stat_get_db_conflict_startup_deadlock(d.oid) AS confl_deadlock
    FROM pg_database d;

CREATE VIEW pg_catalog.pg_stat_all_tables AS
    SELECT c.oid AS relid, n.nspname AS schemaname, c.relname,
        pg_stat_get_numscans(c.oid) AS seq_scan,
        pg_stat_get_tuples_returned(c.oid) AS seq_tup_read,
        i.scans AS idx_scan,
        i.fetched + pg_stat_get_tuples_fetched(c.oid) AS idx_tup_fetch,
        pg_stat_get_tuples_inserted(c.oid) AS n_tup_ins,
        pg_stat_get_tuples_updated(c.oid) AS n_tup_upd,
        pg_stat_get_tuples_deleted(c.oid) AS n_tup_del,
        pg_stat_get_tuples_hot_updated(c.oid) AS n_tup_hot_upd,
        pg_stat_get_live_tuples(c.oid) AS n_live_tup,
        pg_stat_get_dead_tuples(c.oid) AS n_dead_tup,
        pg_stat_get_mod_since_analyze(c.oid) AS n_mod_since_analyze,
        pg_stat_get_ins_since_vacuum(c.oid) AS n_ins_since_vacuum,
        pg_stat_get_last_vacuum_time(c.oid) AS last_vacuum,
        pg_stat_get_last_autovacuum_time(c.oid) AS last_autovacuum,
        pg_stat_get_last_analyze_time(c.oid) AS last_analyze,
        pg_stat_get_last_autoanalyze_time(c.oid) AS last_autoanalyze,
        pg_stat_get_vacuum_count(c.oid) AS vacuum_count,
        pg_stat_get_autovacuum_count(c.oid) AS autovacuum_count,
        pg_stat_get_analyze_count(c.oid) AS analyze_count,
        pg_stat_get_autoanalyze_count(c.oid) AS autoanalyze_count
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL (
            SELECT sum(pg_stat_get_numscans(x.indexrelid))::bigint AS scans,
                sum(pg_stat_get_tuples_fetched(x.indexrelid))::bigint AS fetched
            FROM pg_index x
            WHERE x.indrelid = c.oid) i
    WHERE c.relkind IN ('r', 't', 'm', 'p');

CREATE VIEW pg_catalog.pg_stat_sys_tables AS
    SELECT * FROM pg_stat_all_tables
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_user_tables AS
    SELECT * FROM pg_stat_all_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_xact_all_tables AS
    SELECT c.oid AS relid, n.nspname AS schemaname, c.relname,
        pg_stat_get_xact_numscans(c.oid) AS seq_scan,
        pg_stat_get_xact_tuples_returned(c.oid) AS seq_tup_read,
        i.scans AS idx_scan,
        i.fetched + pg_stat_get_xact_tuples_fetched(c.oid) AS idx_tup_fetch,
        pg_stat_get_xact_tuples_inserted(c.oid) AS n_tup_ins,
        pg_stat_get_xact_tuples_updated(c.oid) AS n_tup_upd,
        pg_stat_get_xact_tuples_deleted(c.oid) AS n_tup_del,
        pg_stat_get_xact_tuples_hot_updated(c.oid) AS n_tup_hot_upd
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL (
            SELECT sum(pg_stat_get_xact_numscans(x.indexrelid))::bigint AS scans,
                sum(pg_stat_get_xact_tuples_fetched(x.indexrelid))::bigint AS fetched
            FROM pg_index x
            WHERE x.indrelid = c.oid) i
    WHERE c.relkind IN ('r', 't', 'm', 'p');

CREATE VIEW pg_catalog.pg_stat_xact_sys_tables AS
    SELECT * FROM pg_stat_xact_all_tables
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_xact_user_tables AS
    SELECT * FROM pg_stat_xact_all_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_all_tables AS
    SELECT c.oid AS relid, n.nspname AS schemaname, c.relname,
        pg_stat_get_blocks_fetched(c.oid) - pg_stat_get_blocks_hit(c.oid) AS heap_blks_read,
        pg_stat_get_blocks_hit(c.oid) AS heap_blks_hit,
        i.read AS idx_blks_read,
        i.hit AS idx_blks_hit,
        pg_stat_get_blocks_fetched(t.oid) - pg_stat_get_blocks_hit(t.oid) AS toast_blks_read,
        pg_stat_get_blocks_hit(t.oid) AS toast_blks_hit,
        ti.read AS tidx_blks_read,
        ti.hit AS tidx_blks_hit
    FROM pg_class c
        LEFT JOIN pg_class t ON c.reltoastrelid = t.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL (
            SELECT sum(pg_stat_get_blocks_fetched(x.indexrelid) - pg_stat_get_blocks_hit(x.indexrelid))::bigint AS read,
                sum(pg_stat_get_blocks_hit(x.indexrelid))::bigint AS hit
            FROM pg_index x
            WHERE x.indrelid = c.oid) i
        CROSS JOIN LATERAL (
            SELECT sum(pg_stat_get_blocks_fetched(x.indexrelid) - pg_stat_get_blocks_hit(x.indexrelid))::bigint AS read,
                sum(pg_stat_get_blocks_hit(x.indexrelid))::bigint AS hit
            FROM pg_index x
            WHERE x.indrelid = t.oid) ti
    WHERE c.relkind IN ('r', 't', 'm');

CREATE VIEW pg_catalog.pg_statio_sys_tables AS
    SELECT * FROM pg_statio_all_tables
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_user_tables AS
    SELECT * FROM pg_statio_all_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_all_indexes AS
    SELECT c.oid AS relid, i.oid AS indexrelid, n.nspname AS schemaname, c.relname, i.relname AS indexrelname,
        pg_stat_get_numscans(i.oid) AS idx_scan,
        pg_stat_get_tuples_returned(i.oid) AS idx_tup_read,
        pg_stat_get_tuples_fetched(i.oid) AS idx_tup_fetch
    FROM pg_index x
        JOIN pg_class c ON x.indrelid = c.oid
        JOIN pg_class i ON x.indexrelid = i.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind IN ('r', 't', 'm');

CREATE VIEW pg_catalog.pg_stat_sys_indexes AS
    SELECT * FROM pg_stat_all_indexes
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_user_indexes AS
    SELECT * FROM pg_stat_all_indexes
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_all_indexes AS
    SELECT c.oid AS relid, i.oid AS indexrelid, n.nspname AS schemaname, c.relname, i.relname AS indexrelname,
        pg_stat_get_blocks_fetched(i.oid) - pg_stat_get_blocks_hit(i.oid) AS idx_blks_read,
        pg_stat_get_blocks_hit(i.oid) AS idx_blks_hit
    FROM pg_index x
        JOIN pg_class c ON x.indrelid = c.oid
        JOIN pg_class i ON x.indexrelid = i.oid
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind IN ('r', 't', 'm');

CREATE VIEW pg_catalog.pg_statio_sys_indexes AS
    SELECT * FROM pg_statio_all_indexes
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_user_indexes AS
    SELECT * FROM pg_statio_all_indexes
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_all_sequences AS
    SELECT c.oid AS relid, n.nspname AS schemaname, c.relname,
        pg_stat_get_blocks_fetched(c.oid) - pg_stat_get_blocks_hit(c.oid) AS blks_read,
        pg_stat_get_blocks_hit(c.oid) AS blks_hit
    FROM pg_class c
        LEFT JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind = 'S';

CREATE VIEW pg_catalog.pg_statio_sys_sequences AS
    SELECT * FROM pg_statio_all_sequences
    WHERE schemaname IN ('pg_catalog', 'information_schema') OR schemaname ~ '^pg_toast';

CREATE VIEW pg_catalog.pg_statio_user_sequences AS
    SELECT * FROM pg_statio_all_sequences
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname !~ '^pg_toast';

CREATE VIEW pg_catalog.pg_stat_user_functions AS
    SELECT p.oid AS funcid, n.nspname AS schemaname, p.proname AS funcname,
        pg_stat_get_function_calls(p.oid) AS calls,
        pg_stat_get_function_total_time(p.oid) AS total_time,
        pg_stat_get_function_self_time(p.oid) AS self_time
    FROM pg_proc p
        LEFT JOIN pg_namespace n ON p.pronamespace = n.oid
    WHERE p.prolang <> 12 AND pg_stat_get_function_calls(p.oid) IS NOT NULL;

CREATE VIEW pg_catalog.pg_stat_xact_user_functions AS
    SELECT p.oid AS funcid, n.nspname AS schemaname, p.proname AS funcname,
        pg_stat_get_xact_function_calls(p.oid) AS calls,
        pg_stat_get_xact_function_total_time(p.oid) AS total_time,
        pg_stat_get_xact_function_self_time(p.oid) AS self_time
    FROM pg_proc p
        LEFT JOIN pg_namespace n ON p.pronamespace = n.oid
    WHERE p.prolang <> 12 AND pg_stat_get_xact_function_calls(p.oid) IS NOT NULL;

-- Counters of the server
CREATE VIEW pg_catalog.pg_stat_archiver AS SELECT * FROM pg_stat_get_archiver();
CREATE VIEW pg_catalog.pg_stat_wal AS SELECT * FROM pg_stat_get_wal();
CREATE VIEW pg_catalog.pg_stat_slru AS SELECT * FROM pg_stat_get_slru();
CREATE VIEW pg_catalog.pg_stat_recovery_prefetch AS SELECT * FROM pg_stat_get_recovery_prefetch();

CREATE VIEW pg_catalog.pg_stat_bgwriter AS
    SELECT pg_stat_get_bgwriter_timed_checkpoints() AS checkpoints_timed,
        pg_stat_get_bgwriter_requested_checkpoints() AS checkpoints_req,
        pg_stat_get_checkpoint_write_time() AS checkpoint_write_time,
        pg_stat_get_checkpoint_sync_time() AS checkpoint_sync_time,
        pg_stat_get_bgwriter_buf_written_checkpoints() AS buffers_checkpoint,
        pg_stat_get_bgwriter_buf_written_clean() AS buffers_clean,
        pg_stat_get_bgwriter_maxwritten_clean() AS maxwritten_clean,
        pg_stat_get_buf_written_backend() AS buffers_backend,
        pg_stat_get_buf_fsync_backend() AS buffers_backend_fsync,
        pg_stat_get_buf_alloc() AS buffers_alloc,
        pg_stat_get_bgwriter_stat_reset_time() AS stats_reset;

CREATE VIEW pg_catalog.pg_stat_wal_receiver AS
    SELECT * FROM pg_stat_get_wal_receiver() WHERE pid IS NOT NULL;

CREATE VIEW pg_catalog.pg_stat_replication_slots AS
    SELECT s.*
    FROM pg_replication_slots r
        CROSS JOIN LATERAL pg_stat_get_replication_slot(r.slot_name::text) s
    WHERE r.datoid IS NOT NULL;

CREATE VIEW pg_catalog.pg_stat_subscription AS
    SELECT s.oid AS subid, s.subname, w.pid, w.relid, w.received_lsn, w.last_msg_send_time, w.last_msg_receipt_time,
        w.latest_end_lsn, w.latest_end_time
    FROM pg_subscription s
        LEFT JOIN pg_stat_get_subscription(NULL) w ON w.subid = s.oid;

CREATE VIEW pg_catalog.pg_stat_subscription_stats AS
    SELECT t.subid, s.subname, t.apply_error_count, t.sync_error_count, t.stats_reset
    FROM pg_subscription s
        CROSS JOIN LATERAL pg_stat_get_subscription_stats(s.oid) t;
