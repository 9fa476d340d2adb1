-- information_schema, as the standard and PostgreSQL 15 have it; of the standard's domains the base types stand here.
SET client_min_messages = error;
CREATE SCHEMA IF NOT EXISTS information_schema;
SET search_path = information_schema;

CREATE VIEW information_schema_catalog_name AS SELECT current_database() AS catalog_name;

CREATE VIEW schemata AS
  SELECT current_database() AS catalog_name, n.nspname AS schema_name, pg_get_userbyid(n.nspowner) AS schema_owner,
         NULL::name AS default_character_set_catalog, NULL::name AS default_character_set_schema,
         NULL::name AS default_character_set_name, NULL::varchar AS sql_path
  FROM pg_namespace n;

CREATE VIEW tables AS
  SELECT current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         CASE WHEN c.relpersistence = 't' THEN 'LOCAL TEMPORARY' WHEN c.relkind IN ('r', 'p') THEN 'BASE TABLE'
              WHEN c.relkind = 'v' THEN 'VIEW' WHEN c.relkind = 'f' THEN 'FOREIGN' END::varchar AS table_type,
         NULL::name AS self_referencing_column_name, NULL::varchar AS reference_generation,
         NULL::name AS user_defined_type_catalog, NULL::name AS user_defined_type_schema,
         NULL::name AS user_defined_type_name,
         CASE WHEN c.relkind IN ('r', 'p') THEN 'YES' ELSE 'NO' END::varchar(3) AS is_insertable_into,
         'NO'::varchar(3) AS is_typed,
         NULL::varchar AS commit_action
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v', 'f', 'p');

CREATE VIEW views AS
  SELECT current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         pg_get_viewdef(c.oid)::varchar AS view_definition, 'NONE'::varchar AS check_option,
         'NO'::varchar(3) AS is_updatable, 'NO'::varchar(3) AS is_insertable_into,
         'NO'::varchar(3) AS is_trigger_updatable, 'NO'::varchar(3) AS is_trigger_deletable,
         'NO'::varchar(3) AS is_trigger_insertable_into
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'v';

CREATE VIEW columns AS
  SELECT current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         a.attname AS column_name, a.attnum::int AS ordinal_position,
         CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END::varchar AS column_default,
         CASE WHEN a.attnotnull OR t.typtype = 'd' AND t.typnotnull THEN 'NO' ELSE 'YES' END::varchar(3) AS is_nullable,
         CASE WHEN b.typelem <> 0 AND b.typlen = -1 THEN 'ARRAY'
              WHEN bn.nspname = 'pg_catalog' THEN format_type(b.oid, NULL) ELSE 'USER-DEFINED' END::varchar AS data_type,
         CASE WHEN b.oid IN (1042, 1043) AND a.atttypmod > 0 THEN a.atttypmod - 4
              WHEN b.oid IN (1560, 1562) AND a.atttypmod > 0 THEN a.atttypmod END::int AS character_maximum_length,
         CASE WHEN b.oid IN (25, 1042, 1043) THEN
              CASE WHEN a.atttypmod > 0 AND b.oid <> 25 THEN (a.atttypmod - 4) * 4 ELSE 1073741824 END
              END::int AS character_octet_length,
         CASE b.oid WHEN 21 THEN 16 WHEN 23 THEN 32 WHEN 20 THEN 64 WHEN 700 THEN 24 WHEN 701 THEN 53
              WHEN 1700 THEN CASE WHEN a.atttypmod > 0 THEN (a.atttypmod - 4) >> 16 & 65535 END
              END::int AS numeric_precision,
         CASE WHEN b.oid IN (20, 21, 23, 700, 701) THEN 2 WHEN b.oid = 1700 THEN 10 END::int AS numeric_precision_radix,
         CASE WHEN b.oid IN (20, 21, 23) THEN 0
              WHEN b.oid = 1700 AND a.atttypmod > 0 THEN (a.atttypmod - 4) & 2047 END::int AS numeric_scale,
         CASE WHEN b.oid = 1082 THEN 0
              WHEN b.oid IN (1083, 1114, 1184, 1266) THEN CASE WHEN a.atttypmod < 0 THEN 6 ELSE a.atttypmod END
              WHEN b.oid = 1186 THEN CASE WHEN a.atttypmod < 0 OR a.atttypmod & 65535 = 65535 THEN 6
                                          ELSE a.atttypmod & 65535 END END::int AS datetime_precision,
         NULL::varchar AS interval_type, NULL::int AS interval_precision,
         NULL::name AS character_set_catalog, NULL::name AS character_set_schema, NULL::name AS character_set_name,
         CASE WHEN l.collname <> 'default' THEN current_database() END::name AS collation_catalog,
         CASE WHEN l.collname <> 'default' THEN ln.nspname END::name AS collation_schema,
         CASE WHEN l.collname <> 'default' THEN l.collname END::name AS collation_name,
         CASE WHEN t.typtype = 'd' THEN current_database() END::name AS domain_catalog,
         CASE WHEN t.typtype = 'd' THEN tn.nspname END::name AS domain_schema,
         CASE WHEN t.typtype = 'd' THEN t.typname END::name AS domain_name,
         current_database() AS udt_catalog, bn.nspname AS udt_schema, b.typname AS udt_name,
         NULL::name AS scope_catalog, NULL::name AS scope_schema, NULL::name AS scope_name,
         NULL::int AS maximum_cardinality, a.attnum::text::name AS dtd_identifier,
         'NO'::varchar(3) AS is_self_referencing,
         CASE WHEN a.attidentity IN ('a', 'd') THEN 'YES' ELSE 'NO' END::varchar(3) AS is_identity,
         CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END::varchar AS identity_generation,
         s.seqstart::text::varchar AS identity_start, s.seqincrement::text::varchar AS identity_increment,
         s.seqmax::text::varchar AS identity_maximum, s.seqmin::text::varchar AS identity_minimum,
         CASE WHEN s.seqcycle THEN 'YES' ELSE 'NO' END::varchar(3) AS identity_cycle,
         CASE WHEN a.attgenerated = '' THEN 'NEVER' ELSE 'ALWAYS' END::varchar AS is_generated,
         CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END::varchar AS generation_expression,
         CASE WHEN c.relkind IN ('r', 'p') THEN 'YES' ELSE 'NO' END::varchar(3) AS is_updatable
  FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_type t ON t.oid = a.atttypid
       JOIN pg_namespace tn ON tn.oid = t.typnamespace
       JOIN pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
       JOIN pg_namespace bn ON bn.oid = b.typnamespace
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       LEFT JOIN pg_collation l ON l.oid = a.attcollation
       LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
       LEFT JOIN pg_depend p ON p.refclassid = 1259 AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum
                             AND p.classid = 1259 AND p.deptype = 'i'
       LEFT JOIN pg_sequence s ON s.seqrelid = p.objid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'f', 'p');

CREATE VIEW table_constraints AS
  SELECT current_database() AS constraint_catalog, cn.nspname AS constraint_schema, k.conname AS constraint_name,
         current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         CASE k.contype WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN KEY' WHEN 'p' THEN 'PRIMARY KEY'
                        WHEN 'u' THEN 'UNIQUE' END::varchar AS constraint_type,
         CASE WHEN k.condeferrable THEN 'YES' ELSE 'NO' END::varchar(3) AS is_deferrable,
         CASE WHEN k.condeferred THEN 'YES' ELSE 'NO' END::varchar(3) AS initially_deferred,
         'YES'::varchar(3) AS enforced, NULL::varchar(3) AS nulls_distinct
  FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_namespace cn ON cn.oid = k.connamespace
  WHERE k.contype IN ('c', 'f', 'p', 'u') AND c.relkind IN ('r', 'p');

CREATE VIEW key_column_usage AS
  SELECT current_database() AS constraint_catalog, cn.nspname AS constraint_schema, k.conname AS constraint_name,
         current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         a.attname AS column_name, g.position::int AS ordinal_position,
         CASE WHEN k.contype = 'f' THEN g.position END::int AS position_in_unique_constraint
  FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_namespace cn ON cn.oid = k.connamespace
       CROSS JOIN LATERAL generate_subscripts(k.conkey, 1) AS g (position)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[g.position]
  WHERE k.contype IN ('p', 'u', 'f') AND c.relkind IN ('r', 'p');

CREATE VIEW referential_constraints AS
  SELECT current_database() AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name,
         current_database() AS unique_constraint_catalog, un.nspname AS unique_constraint_schema,
         u.conname AS unique_constraint_name,
         CASE k.confmatchtype WHEN 'f' THEN 'FULL' WHEN 'p' THEN 'PARTIAL' WHEN 's' THEN 'NONE' END::varchar AS match_option,
         CASE k.confupdtype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
                            WHEN 'r' THEN 'RESTRICT' WHEN 'a' THEN 'NO ACTION' END::varchar AS update_rule,
         CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
                            WHEN 'r' THEN 'RESTRICT' WHEN 'a' THEN 'NO ACTION' END::varchar AS delete_rule
  FROM pg_constraint k
       JOIN pg_namespace n ON n.oid = k.connamespace
       LEFT JOIN pg_constraint u ON u.conindid = k.conindid AND u.contype IN ('p', 'u')
       LEFT JOIN pg_namespace un ON un.oid = u.connamespace
  WHERE k.contype = 'f';

CREATE VIEW constraint_column_usage AS
  SELECT current_database() AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
         a.attname AS column_name, current_database() AS constraint_catalog, cn.nspname AS constraint_schema,
         k.conname AS constraint_name
  FROM pg_constraint k
       JOIN pg_class c ON c.oid = CASE WHEN k.contype = 'f' THEN k.confrelid ELSE k.conrelid END
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_namespace cn ON cn.oid = k.connamespace
       JOIN pg_attribute a ON a.attrelid = c.oid
            AND a.attnum = ANY (CASE WHEN k.contype = 'f' THEN k.confkey ELSE k.conkey END)
  WHERE k.contype IN ('p', 'u', 'f', 'c');

CREATE VIEW check_constraints AS
  SELECT current_database() AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name,
         substring(pg_get_constraintdef(k.oid), 7)::varchar AS check_clause
  FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
  WHERE k.contype = 'c';

CREATE VIEW sequences AS
  SELECT current_database() AS sequence_catalog, n.nspname AS sequence_schema, c.relname AS sequence_name,
         format_type(s.seqtypid, NULL)::varchar AS data_type,
         CASE s.seqtypid WHEN 21 THEN 16 WHEN 23 THEN 32 ELSE 64 END::int AS numeric_precision,
         2 AS numeric_precision_radix, 0 AS numeric_scale, s.seqstart::text::varchar AS start_value,
         s.seqmin::text::varchar AS minimum_value, s.seqmax::text::varchar AS maximum_value,
         s.seqincrement::text::varchar AS increment,
         CASE WHEN s.seqcycle THEN 'YES' ELSE 'NO' END::varchar(3) AS cycle_option
  FROM pg_sequence s
       JOIN pg_class c ON c.oid = s.seqrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S';
