-- The views of pg_catalog that show what the server and its catalog hold. Names and types of columns are PostgreSQL 15's.
SET search_path = pg_catalog;
SET client_min_messages = error;

CREATE VIEW pg_roles AS
  SELECT a.rolname, a.rolsuper, a.rolinherit, a.rolcreaterole, a.rolcreatedb, a.rolcanlogin, a.rolreplication,
         a.rolconnlimit, '********'::text AS rolpassword, a.rolvaliduntil, a.rolbypassrls, s.setconfig AS rolconfig,
         a.oid
  FROM pg_authid a LEFT JOIN pg_db_role_setting s ON s.setrole = a.oid AND s.setdatabase = 0;

CREATE VIEW pg_shadow AS
  SELECT a.rolname AS usename, a.oid AS usesysid, a.rolcreatedb AS usecreatedb, a.rolsuper AS usesuper,
         a.rolreplication AS userepl, a.rolbypassrls AS usebypassrls, a.rolpassword AS passwd,
         a.rolvaliduntil AS valuntil, s.setconfig AS useconfig
  FROM pg_authid a LEFT JOIN pg_db_role_setting s ON s.setrole = a.oid AND s.setdatabase = 0
  WHERE a.rolcanlogin;

CREATE VIEW pg_user AS
  SELECT usename, usesysid, usecreatedb, usesuper, userepl, usebypassrls, '********'::text AS passwd, valuntil,
         useconfig
  FROM pg_shadow;

CREATE VIEW pg_group AS
  SELECT g.rolname AS groname, g.oid AS grosysid,
         ARRAY(SELECT m.member FROM pg_auth_members m WHERE m.roleid = g.oid) AS grolist
  FROM pg_authid g
  WHERE NOT g.rolcanlogin;

CREATE VIEW pg_tables AS
  SELECT n.nspname AS schemaname, c.relname AS tablename, pg_get_userbyid(c.relowner) AS tableowner,
         t.spcname AS tablespace, c.relhasindex AS hasindexes, c.relhasrules AS hasrules,
         c.relhastriggers AS hastriggers, c.relrowsecurity AS rowsecurity
  FROM pg_class c
       LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
  WHERE c.relkind IN ('r', 'p');

CREATE VIEW pg_views AS
  SELECT n.nspname AS schemaname, c.relname AS viewname, pg_get_userbyid(c.relowner) AS viewowner,
         pg_get_viewdef(c.oid) AS definition
  FROM pg_class c LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'v';

CREATE VIEW pg_matviews AS
  SELECT n.nspname AS schemaname, c.relname AS matviewname, pg_get_userbyid(c.relowner) AS matviewowner,
         t.spcname AS tablespace, c.relhasindex AS hasindexes, c.relispopulated AS ispopulated,
         pg_get_viewdef(c.oid) AS definition
  FROM pg_class c
       LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
  WHERE c.relkind = 'm';

CREATE VIEW pg_indexes AS
  SELECT n.nspname AS schemaname, c.relname AS tablename, i.relname AS indexname, t.spcname AS tablespace,
         pg_get_indexdef(i.oid) AS indexdef
  FROM pg_index x
       JOIN pg_class c ON c.oid = x.indrelid
       JOIN pg_class i ON i.oid = x.indexrelid
       LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_tablespace t ON t.oid = i.reltablespace
  WHERE c.relkind IN ('r', 'm', 'p') AND i.relkind IN ('i', 'I');

CREATE VIEW pg_sequences AS
  SELECT n.nspname AS schemaname, c.relname AS sequencename, pg_get_userbyid(c.relowner) AS sequenceowner,
         s.seqtypid::regtype AS data_type, s.seqstart AS start_value, s.seqmin AS min_value, s.seqmax AS max_value,
         s.seqincrement AS increment_by, s.seqcycle AS cycle, s.seqcache AS cache_size,
         pg_sequence_last_value(c.oid) AS last_value
  FROM pg_sequence s
       JOIN pg_class c ON c.oid = s.seqrelid
       LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S';

CREATE VIEW pg_policies AS
  SELECT n.nspname AS schemaname, c.relname AS tablename, p.polname AS policyname,
         CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END AS permissive,
         CASE WHEN p.polroles = '{0}' THEN '{public}'::name[]
              ELSE ARRAY(SELECT a.rolname FROM pg_authid a WHERE a.oid = ANY (p.polroles) ORDER BY 1) END AS roles,
         CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                       WHEN '*' THEN 'ALL' END AS cmd,
         pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
  FROM pg_policy p
       JOIN pg_class c ON c.oid = p.polrelid
       LEFT JOIN pg_namespace n ON n.oid = c.relnamespace;

CREATE VIEW pg_settings AS SELECT * FROM pg_show_all_settings() AS s;

CREATE VIEW pg_locks AS SELECT * FROM pg_lock_status() AS l;

CREATE VIEW pg_cursors AS SELECT * FROM pg_cursor() AS c;

CREATE VIEW pg_prepared_statements AS SELECT * FROM pg_prepared_statement() AS p;

CREATE VIEW pg_prepared_xacts AS
  SELECT p.transaction, p.gid, p.prepared, u.rolname AS owner, d.datname AS database
  FROM pg_prepared_xact() AS p
       LEFT JOIN pg_authid u ON u.oid = p.ownerid
       LEFT JOIN pg_database d ON d.oid = p.dbid;

CREATE VIEW pg_stat_activity AS
  SELECT s.datid, d.datname, s.pid, s.leader_pid, s.usesysid, u.rolname AS usename, s.application_name,
         s.client_addr, s.client_hostname, s.client_port, s.backend_start, s.xact_start, s.query_start,
         s.state_change, s.wait_event_type, s.wait_event, s.state, s.backend_xid, s.backend_xmin, s.query_id, s.query,
         s.backend_type
  FROM pg_stat_get_activity(NULL) AS s
       LEFT JOIN pg_database d ON d.oid = s.datid
       LEFT JOIN pg_authid u ON u.oid = s.usesysid;
