-- The information schema. Names, types and order of columns are PostgreSQL 15's; the statements are ours. A view shows
-- what the current user owns or has a right on.
SET client_min_messages = error;
SET search_path = information_schema;

CREATE DOMAIN cardinal_number AS integer CONSTRAINT cardinal_number_domain_check CHECK (value >= 0);
CREATE DOMAIN character_data AS varchar COLLATE "C";
CREATE DOMAIN sql_identifier AS name;
CREATE DOMAIN time_stamp AS timestamp(2) with time zone DEFAULT current_timestamp(2);
CREATE DOMAIN yes_or_no AS varchar(3) COLLATE "C" CONSTRAINT yes_or_no_check CHECK (value IN ('YES', 'NO'));

CREATE VIEW information_schema_catalog_name AS
    SELECT current_database()::sql_identifier AS catalog_name;

-- Roles
CREATE VIEW enabled_roles AS
    SELECT r.rolname::sql_identifier AS role_name
    FROM pg_authid r
    WHERE pg_has_role(r.oid, 'USAGE');

CREATE VIEW applicable_roles AS
    SELECT g.rolname::sql_identifier AS grantee, r.rolname::sql_identifier AS role_name,
        (CASE WHEN m.admin_option THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_grantable
    FROM (
            SELECT member, roleid, admin_option FROM pg_auth_members
            UNION
            SELECT d.datdba, r.oid, false
            FROM pg_database d, pg_authid r
            WHERE d.datname = current_database() AND r.rolname = 'pg_database_owner') m
        JOIN pg_authid g ON g.oid = m.member
        JOIN pg_authid r ON r.oid = m.roleid
    WHERE pg_has_role(g.oid, 'USAGE');

CREATE VIEW administrable_role_authorizations AS
    SELECT * FROM applicable_roles WHERE is_grantable = 'YES';

-- Schemas, character sets, collations
CREATE VIEW schemata AS
    SELECT current_database()::sql_identifier AS catalog_name, n.nspname::sql_identifier AS schema_name,
        r.rolname::sql_identifier AS schema_owner, NULL::sql_identifier AS default_character_set_catalog,
        NULL::sql_identifier AS default_character_set_schema, NULL::sql_identifier AS default_character_set_name,
        NULL::character_data AS sql_path
    FROM pg_namespace n
        JOIN pg_authid r ON n.nspowner = r.oid
    WHERE pg_has_role(n.nspowner, 'USAGE') OR has_schema_privilege(n.oid, 'CREATE, USAGE');

CREATE VIEW character_sets AS
    SELECT NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        pg_encoding_to_char(d.encoding)::sql_identifier AS character_set_name,
        (CASE WHEN pg_encoding_to_char(d.encoding) = 'UTF8' THEN 'UCS' ELSE pg_encoding_to_char(d.encoding)::text
            END)::sql_identifier AS character_repertoire,
        pg_encoding_to_char(d.encoding)::sql_identifier AS form_of_use,
        current_database()::sql_identifier AS default_collate_catalog,
        n.nspname::sql_identifier AS default_collate_schema, c.collname::sql_identifier AS default_collate_name
    FROM pg_database d
        LEFT JOIN (pg_collation c JOIN pg_namespace n ON c.collnamespace = n.oid)
            ON c.collcollate = d.datcollate AND c.collctype = d.datctype
    WHERE d.datname = current_database()
    ORDER BY length(c.collname::text) DESC, c.collname
    LIMIT 1;

CREATE VIEW collations AS
    SELECT current_database()::sql_identifier AS collation_catalog, n.nspname::sql_identifier AS collation_schema,
        c.collname::sql_identifier AS collation_name, 'NO PAD'::character_data AS pad_attribute
    FROM pg_collation c
        JOIN pg_namespace n ON c.collnamespace = n.oid
    WHERE c.collencoding IN (-1, (SELECT encoding FROM pg_database WHERE datname = current_database()));

CREATE VIEW collation_character_set_applicability AS
    SELECT current_database()::sql_identifier AS collation_catalog, n.nspname::sql_identifier AS collation_schema,
        c.collname::sql_identifier AS collation_name, NULL::sql_identifier AS character_set_catalog,
        NULL::sql_identifier AS character_set_schema,
        pg_encoding_to_char(d.encoding)::sql_identifier AS character_set_name
    FROM pg_collation c
        JOIN pg_namespace n ON c.collnamespace = n.oid
        JOIN pg_database d ON d.datname = current_database() AND c.collencoding IN (-1, d.encoding);

-- Tables and views
CREATE VIEW tables AS
    SELECT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name,
        (CASE
            WHEN n.oid = pg_my_temp_schema() THEN 'LOCAL TEMPORARY'
            WHEN c.relkind IN ('r', 'p') THEN 'BASE TABLE'
            WHEN c.relkind = 'v' THEN 'VIEW'
            WHEN c.relkind = 'f' THEN 'FOREIGN'
        END)::character_data AS table_type,
        NULL::sql_identifier AS self_referencing_column_name, NULL::character_data AS reference_generation,
        (CASE WHEN t.oid IS NOT NULL THEN current_database() END)::sql_identifier AS user_defined_type_catalog,
        nt.nspname::sql_identifier AS user_defined_type_schema, t.typname::sql_identifier AS user_defined_type_name,
        (CASE
            WHEN c.relkind IN ('r', 'p')
                OR (c.relkind IN ('v', 'f') AND pg_relation_is_updatable(c.oid, false) & 8 = 8) THEN 'YES'
            ELSE 'NO'
        END)::yes_or_no AS is_insertable_into,
        (CASE WHEN t.oid IS NOT NULL THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_typed,
        NULL::character_data AS commit_action
    FROM pg_namespace n
        JOIN pg_class c ON c.relnamespace = n.oid
        LEFT JOIN pg_type t ON c.reloftype = t.oid
        LEFT JOIN pg_namespace nt ON t.typnamespace = nt.oid
    WHERE c.relkind IN ('r', 'v', 'f', 'p') AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'));

CREATE VIEW views AS
    SELECT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name,
        (CASE WHEN pg_has_role(c.relowner, 'USAGE') THEN pg_get_viewdef(c.oid) END)::character_data AS view_definition,
        (CASE
            WHEN 'check_option=cascaded' = ANY (c.reloptions) THEN 'CASCADED'
            WHEN 'check_option=local' = ANY (c.reloptions) THEN 'LOCAL'
            ELSE 'NONE'
        END)::character_data AS check_option,
        (CASE WHEN pg_relation_is_updatable(c.oid, false) & 20 = 20 THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_updatable,
        (CASE WHEN pg_relation_is_updatable(c.oid, false) & 8 = 8 THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_insertable_into,
        (CASE WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 81 = 81)
            THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_trigger_updatable,
        (CASE WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 73 = 73)
            THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_trigger_deletable,
        (CASE WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 69 = 69)
            THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_trigger_insertable_into
    FROM pg_class c
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind = 'v' AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'));

-- In the next views `e` is the type of the values: a domain's base type, else the type itself.
CREATE VIEW columns AS
    SELECT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, a.attname::sql_identifier AS column_name,
        a.attnum::cardinal_number AS ordinal_position,
        (CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END)::character_data AS column_default,
        (CASE WHEN a.attnotnull OR (t.typtype = 'd' AND t.typnotnull) THEN 'NO' ELSE 'YES' END)::yes_or_no
            AS is_nullable,
        (CASE
            WHEN e.typelem <> 0 AND e.typlen = -1 THEN 'ARRAY'
            WHEN ne.nspname = 'pg_catalog' THEN format_type(e.oid, NULL)
            ELSE 'USER-DEFINED'
        END)::character_data AS data_type,
        _pg_char_max_length(e.oid, m.typmod)::cardinal_number AS character_maximum_length,
        _pg_char_octet_length(e.oid, m.typmod)::cardinal_number AS character_octet_length,
        _pg_numeric_precision(e.oid, m.typmod)::cardinal_number AS numeric_precision,
        _pg_numeric_precision_radix(e.oid, m.typmod)::cardinal_number AS numeric_precision_radix,
        _pg_numeric_scale(e.oid, m.typmod)::cardinal_number AS numeric_scale,
        _pg_datetime_precision(e.oid, m.typmod)::cardinal_number AS datetime_precision,
        _pg_interval_type(e.oid, m.typmod)::character_data AS interval_type,
        NULL::cardinal_number AS interval_precision,
        NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        NULL::sql_identifier AS character_set_name,
        (CASE WHEN nco.nspname IS NOT NULL THEN current_database() END)::sql_identifier AS collation_catalog,
        nco.nspname::sql_identifier AS collation_schema, co.collname::sql_identifier AS collation_name,
        (CASE WHEN t.typtype = 'd' THEN current_database() END)::sql_identifier AS domain_catalog,
        (CASE WHEN t.typtype = 'd' THEN nt.nspname END)::sql_identifier AS domain_schema,
        (CASE WHEN t.typtype = 'd' THEN t.typname END)::sql_identifier AS domain_name,
        current_database()::sql_identifier AS udt_catalog, ne.nspname::sql_identifier AS udt_schema,
        e.typname::sql_identifier AS udt_name,
        NULL::sql_identifier AS scope_catalog, NULL::sql_identifier AS scope_schema, NULL::sql_identifier AS scope_name,
        NULL::cardinal_number AS maximum_cardinality, a.attnum::sql_identifier AS dtd_identifier,
        'NO'::yes_or_no AS is_self_referencing,
        (CASE WHEN a.attidentity IN ('a', 'd') THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_identity,
        (CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END)::character_data
            AS identity_generation,
        s.seqstart::character_data AS identity_start, s.seqincrement::character_data AS identity_increment,
        s.seqmax::character_data AS identity_maximum, s.seqmin::character_data AS identity_minimum,
        (CASE WHEN s.seqcycle THEN 'YES' ELSE 'NO' END)::yes_or_no AS identity_cycle,
        (CASE WHEN a.attgenerated <> '' THEN 'ALWAYS' ELSE 'NEVER' END)::character_data AS is_generated,
        (CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END)::character_data
            AS generation_expression,
        (CASE
            WHEN c.relkind IN ('r', 'p')
                OR (c.relkind IN ('v', 'f') AND pg_column_is_updatable(c.oid, a.attnum, false)) THEN 'YES'
            ELSE 'NO'
        END)::yes_or_no AS is_updatable
    FROM pg_attribute a
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_type t ON a.atttypid = t.oid
        JOIN pg_namespace nt ON t.typnamespace = nt.oid
        JOIN pg_type e ON e.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        JOIN pg_namespace ne ON e.typnamespace = ne.oid
        CROSS JOIN LATERAL (SELECT CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS typmod) m
        LEFT JOIN (pg_collation co JOIN pg_namespace nco ON co.collnamespace = nco.oid)
            ON a.attcollation = co.oid AND (nco.nspname <> 'pg_catalog' OR co.collname <> 'default')
        LEFT JOIN (pg_depend p JOIN pg_sequence s ON p.objid = s.seqrelid)
            ON p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.deptype = 'i'
                AND p.refobjid = c.oid AND p.refobjsubid = a.attnum
    WHERE NOT pg_is_other_temp_schema(n.oid) AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relkind IN ('r', 'v', 'f', 'p')
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_column_privilege(c.oid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES'));

CREATE VIEW column_domain_usage AS
    SELECT current_database()::sql_identifier AS domain_catalog, nt.nspname::sql_identifier AS domain_schema,
        t.typname::sql_identifier AS domain_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name,
        a.attname::sql_identifier AS column_name
    FROM pg_attribute a
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_type t ON a.atttypid = t.oid
        JOIN pg_namespace nt ON t.typnamespace = nt.oid
    WHERE t.typtype = 'd' AND c.relkind IN ('r', 'v', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND pg_has_role(t.typowner, 'USAGE');

CREATE VIEW column_udt_usage AS
    SELECT current_database()::sql_identifier AS udt_catalog, ne.nspname::sql_identifier AS udt_schema,
        e.typname::sql_identifier AS udt_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name,
        a.attname::sql_identifier AS column_name
    FROM pg_attribute a
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_type t ON a.atttypid = t.oid
        JOIN pg_type e ON e.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        JOIN pg_namespace ne ON e.typnamespace = ne.oid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'f', 'p') AND pg_has_role(e.typowner, 'USAGE');

CREATE VIEW column_column_usage AS
    SELECT DISTINCT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, used.attname::sql_identifier AS column_name,
        a.attname::sql_identifier AS dependent_column
    FROM pg_attribute a
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        JOIN pg_depend p ON p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
            AND p.refclassid = 'pg_class'::regclass AND p.refobjid = c.oid
        JOIN pg_attribute used ON used.attrelid = c.oid AND used.attnum = p.refobjsubid
    WHERE a.attgenerated <> '' AND used.attnum <> a.attnum AND NOT used.attisdropped AND NOT a.attisdropped
        AND pg_has_role(c.relowner, 'USAGE');

-- Types
CREATE VIEW domains AS
    SELECT current_database()::sql_identifier AS domain_catalog, n.nspname::sql_identifier AS domain_schema,
        t.typname::sql_identifier AS domain_name,
        (CASE
            WHEN e.typelem <> 0 AND e.typlen = -1 THEN 'ARRAY'
            WHEN ne.nspname = 'pg_catalog' THEN format_type(e.oid, NULL)
            ELSE 'USER-DEFINED'
        END)::character_data AS data_type,
        _pg_char_max_length(e.oid, t.typtypmod)::cardinal_number AS character_maximum_length,
        _pg_char_octet_length(e.oid, t.typtypmod)::cardinal_number AS character_octet_length,
        NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        NULL::sql_identifier AS character_set_name,
        (CASE WHEN nco.nspname IS NOT NULL THEN current_database() END)::sql_identifier AS collation_catalog,
        nco.nspname::sql_identifier AS collation_schema, co.collname::sql_identifier AS collation_name,
        _pg_numeric_precision(e.oid, t.typtypmod)::cardinal_number AS numeric_precision,
        _pg_numeric_precision_radix(e.oid, t.typtypmod)::cardinal_number AS numeric_precision_radix,
        _pg_numeric_scale(e.oid, t.typtypmod)::cardinal_number AS numeric_scale,
        _pg_datetime_precision(e.oid, t.typtypmod)::cardinal_number AS datetime_precision,
        _pg_interval_type(e.oid, t.typtypmod)::character_data AS interval_type,
        NULL::cardinal_number AS interval_precision, t.typdefault::character_data AS domain_default,
        current_database()::sql_identifier AS udt_catalog, ne.nspname::sql_identifier AS udt_schema,
        e.typname::sql_identifier AS udt_name,
        NULL::sql_identifier AS scope_catalog, NULL::sql_identifier AS scope_schema, NULL::sql_identifier AS scope_name,
        NULL::cardinal_number AS maximum_cardinality, 1::sql_identifier AS dtd_identifier
    FROM pg_type t
        JOIN pg_namespace n ON t.typnamespace = n.oid
        JOIN pg_type e ON t.typbasetype = e.oid AND t.typtype = 'd'
        JOIN pg_namespace ne ON e.typnamespace = ne.oid
        LEFT JOIN (pg_collation co JOIN pg_namespace nco ON co.collnamespace = nco.oid)
            ON t.typcollation = co.oid AND (nco.nspname <> 'pg_catalog' OR co.collname <> 'default')
    WHERE pg_has_role(t.typowner, 'USAGE') OR has_type_privilege(t.oid, 'USAGE');

CREATE VIEW domain_udt_usage AS
    SELECT current_database()::sql_identifier AS udt_catalog, ne.nspname::sql_identifier AS udt_schema,
        e.typname::sql_identifier AS udt_name, current_database()::sql_identifier AS domain_catalog,
        n.nspname::sql_identifier AS domain_schema, t.typname::sql_identifier AS domain_name
    FROM pg_type t
        JOIN pg_namespace n ON t.typnamespace = n.oid
        JOIN pg_type e ON t.typbasetype = e.oid
        JOIN pg_namespace ne ON e.typnamespace = ne.oid
    WHERE t.typtype = 'd' AND pg_has_role(e.typowner, 'USAGE');

CREATE VIEW domain_constraints AS
    SELECT current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        c.conname::sql_identifier AS constraint_name, current_database()::sql_identifier AS domain_catalog,
        n.nspname::sql_identifier AS domain_schema, t.typname::sql_identifier AS domain_name,
        (CASE WHEN c.condeferrable THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_deferrable,
        (CASE WHEN c.condeferred THEN 'YES' ELSE 'NO' END)::yes_or_no AS initially_deferred
    FROM pg_constraint c
        JOIN pg_namespace nc ON c.connamespace = nc.oid
        JOIN pg_type t ON c.contypid = t.oid
        JOIN pg_namespace n ON t.typnamespace = n.oid
    WHERE pg_has_role(t.typowner, 'USAGE') OR has_type_privilege(t.oid, 'USAGE');

CREATE VIEW attributes AS
    SELECT current_database()::sql_identifier AS udt_catalog, n.nspname::sql_identifier AS udt_schema,
        c.relname::sql_identifier AS udt_name, a.attname::sql_identifier AS attribute_name,
        a.attnum::cardinal_number AS ordinal_position,
        pg_get_expr(d.adbin, d.adrelid)::character_data AS attribute_default,
        (CASE WHEN a.attnotnull OR (t.typtype = 'd' AND t.typnotnull) THEN 'NO' ELSE 'YES' END)::yes_or_no
            AS is_nullable,
        (CASE
            WHEN e.typelem <> 0 AND e.typlen = -1 THEN 'ARRAY'
            WHEN ne.nspname = 'pg_catalog' THEN format_type(e.oid, NULL)
            ELSE 'USER-DEFINED'
        END)::character_data AS data_type,
        _pg_char_max_length(e.oid, m.typmod)::cardinal_number AS character_maximum_length,
        _pg_char_octet_length(e.oid, m.typmod)::cardinal_number AS character_octet_length,
        NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        NULL::sql_identifier AS character_set_name,
        (CASE WHEN nco.nspname IS NOT NULL THEN current_database() END)::sql_identifier AS collation_catalog,
        nco.nspname::sql_identifier AS collation_schema, co.collname::sql_identifier AS collation_name,
        _pg_numeric_precision(e.oid, m.typmod)::cardinal_number AS numeric_precision,
        _pg_numeric_precision_radix(e.oid, m.typmod)::cardinal_number AS numeric_precision_radix,
        _pg_numeric_scale(e.oid, m.typmod)::cardinal_number AS numeric_scale,
        _pg_datetime_precision(e.oid, m.typmod)::cardinal_number AS datetime_precision,
        _pg_interval_type(e.oid, m.typmod)::character_data AS interval_type,
        NULL::cardinal_number AS interval_precision,
        current_database()::sql_identifier AS attribute_udt_catalog, ne.nspname::sql_identifier AS attribute_udt_schema,
        e.typname::sql_identifier AS attribute_udt_name,
        NULL::sql_identifier AS scope_catalog, NULL::sql_identifier AS scope_schema, NULL::sql_identifier AS scope_name,
        NULL::cardinal_number AS maximum_cardinality, a.attnum::sql_identifier AS dtd_identifier,
        'NO'::yes_or_no AS is_derived_reference_attribute
    FROM pg_attribute a
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_type t ON a.atttypid = t.oid
        JOIN pg_type e ON e.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        JOIN pg_namespace ne ON e.typnamespace = ne.oid
        CROSS JOIN LATERAL (SELECT CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS typmod) m
        LEFT JOIN (pg_collation co JOIN pg_namespace nco ON co.collnamespace = nco.oid)
            ON a.attcollation = co.oid AND (nco.nspname <> 'pg_catalog' OR co.collname <> 'default')
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'c'
        AND (pg_has_role(c.relowner, 'USAGE') OR has_type_privilege(c.reltype, 'USAGE'));

-- Constraints
CREATE VIEW table_constraints AS
    SELECT current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        k.conname::sql_identifier AS constraint_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name,
        (CASE k.contype WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN KEY' WHEN 'p' THEN 'PRIMARY KEY'
            WHEN 'u' THEN 'UNIQUE' END)::character_data AS constraint_type,
        (CASE WHEN k.condeferrable THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_deferrable,
        (CASE WHEN k.condeferred THEN 'YES' ELSE 'NO' END)::yes_or_no AS initially_deferred,
        'YES'::yes_or_no AS enforced,
        (CASE WHEN k.contype = 'u'
            THEN (SELECT CASE WHEN x.indnullsnotdistinct THEN 'NO' ELSE 'YES' END FROM pg_index x
                WHERE x.indexrelid = k.conindid) END)::yes_or_no AS nulls_distinct
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        JOIN pg_class c ON k.conrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE k.contype NOT IN ('t', 'x') AND c.relkind IN ('r', 'p') AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'INSERT, UPDATE, REFERENCES'))
    UNION ALL
    SELECT current_database()::sql_identifier, n.nspname::sql_identifier,
        (n.oid::text || '_' || c.oid::text || '_' || a.attnum::text || '_not_null')::sql_identifier,
        current_database()::sql_identifier, n.nspname::sql_identifier, c.relname::sql_identifier,
        'CHECK'::character_data, 'NO'::yes_or_no, 'NO'::yes_or_no, 'YES'::yes_or_no, NULL::yes_or_no
    FROM pg_attribute a
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'INSERT, UPDATE, REFERENCES'));

CREATE VIEW check_constraints AS
    SELECT current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        k.conname::sql_identifier AS constraint_name,
        pg_get_expr(k.conbin, coalesce(c.oid, 0))::character_data AS check_clause
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        LEFT JOIN pg_class c ON k.conrelid = c.oid
        LEFT JOIN pg_type t ON k.contypid = t.oid
    WHERE k.contype = 'c' AND pg_has_role(coalesce(c.relowner, t.typowner), 'USAGE')
    UNION ALL
    SELECT current_database()::sql_identifier, n.nspname::sql_identifier,
        (n.oid::text || '_' || c.oid::text || '_' || a.attnum::text || '_not_null')::sql_identifier,
        (a.attname || ' IS NOT NULL')::character_data
    FROM pg_attribute a
        JOIN pg_class c ON a.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        AND pg_has_role(c.relowner, 'USAGE');

CREATE VIEW key_column_usage AS
    SELECT current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        k.conname::sql_identifier AS constraint_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name,
        a.attname::sql_identifier AS column_name, u.position::cardinal_number AS ordinal_position,
        (CASE WHEN k.contype = 'f' THEN _pg_index_position(k.conindid, k.confkey[u.position]) END)::cardinal_number
            AS position_in_unique_constraint
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        JOIN pg_class c ON k.conrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u (attnum, position)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum
    WHERE k.contype IN ('p', 'u', 'f') AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
        AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_column_privilege(c.oid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES'));

CREATE VIEW referential_constraints AS
    SELECT current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        k.conname::sql_identifier AS constraint_name,
        (CASE WHEN u.conname IS NOT NULL THEN current_database() END)::sql_identifier AS unique_constraint_catalog,
        nu.nspname::sql_identifier AS unique_constraint_schema, u.conname::sql_identifier AS unique_constraint_name,
        (CASE k.confmatchtype WHEN 'f' THEN 'FULL' WHEN 'p' THEN 'PARTIAL' WHEN 's' THEN 'NONE' END)::character_data
            AS match_option,
        (CASE k.confupdtype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
            WHEN 'r' THEN 'RESTRICT' WHEN 'a' THEN 'NO ACTION' END)::character_data AS update_rule,
        (CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
            WHEN 'r' THEN 'RESTRICT' WHEN 'a' THEN 'NO ACTION' END)::character_data AS delete_rule
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        JOIN pg_class c ON k.conrelid = c.oid
        LEFT JOIN pg_constraint u ON u.conindid = k.conindid AND u.conrelid = k.confrelid AND u.contype IN ('p', 'u')
        LEFT JOIN pg_namespace nu ON u.connamespace = nu.oid
    WHERE k.contype = 'f' AND c.relkind IN ('r', 'p')
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'INSERT, UPDATE, REFERENCES'));

CREATE VIEW constraint_column_usage AS
    SELECT DISTINCT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, a.attname::sql_identifier AS column_name,
        current_database()::sql_identifier AS constraint_catalog, nc.nspname::sql_identifier AS constraint_schema,
        k.conname::sql_identifier AS constraint_name
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        JOIN pg_class c ON c.oid = CASE WHEN k.contype = 'f' THEN k.confrelid ELSE k.conrelid END
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_attribute a ON a.attrelid = c.oid
            AND a.attnum = ANY (CASE WHEN k.contype = 'f' THEN k.confkey ELSE k.conkey END)
    WHERE k.contype IN ('c', 'p', 'u', 'f') AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
        AND pg_has_role(c.relowner, 'USAGE');

CREATE VIEW constraint_table_usage AS
    SELECT current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, current_database()::sql_identifier AS constraint_catalog,
        nc.nspname::sql_identifier AS constraint_schema, k.conname::sql_identifier AS constraint_name
    FROM pg_constraint k
        JOIN pg_namespace nc ON k.connamespace = nc.oid
        JOIN pg_class c ON c.oid = CASE WHEN k.contype = 'f' THEN k.confrelid ELSE k.conrelid END
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE k.contype IN ('p', 'u', 'f') AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE');

-- Sequences
CREATE VIEW sequences AS
    SELECT current_database()::sql_identifier AS sequence_catalog, n.nspname::sql_identifier AS sequence_schema,
        c.relname::sql_identifier AS sequence_name, format_type(s.seqtypid, NULL)::character_data AS data_type,
        _pg_numeric_precision(s.seqtypid, -1)::cardinal_number AS numeric_precision,
        2::cardinal_number AS numeric_precision_radix, 0::cardinal_number AS numeric_scale,
        s.seqstart::character_data AS start_value, s.seqmin::character_data AS minimum_value,
        s.seqmax::character_data AS maximum_value, s.seqincrement::character_data AS increment,
        (CASE WHEN s.seqcycle THEN 'YES' ELSE 'NO' END)::yes_or_no AS cycle_option
    FROM pg_sequence s
        JOIN pg_class c ON s.seqrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE c.relkind = 'S' AND NOT pg_is_other_temp_schema(n.oid)
        AND NOT EXISTS (SELECT FROM pg_depend p
            WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.deptype = 'i')
        AND (pg_has_role(c.relowner, 'USAGE') OR has_sequence_privilege(c.oid, 'SELECT, UPDATE, USAGE'));

-- Routines
CREATE VIEW routines AS
    SELECT current_database()::sql_identifier AS specific_catalog, n.nspname::sql_identifier AS specific_schema,
        (p.proname || '_' || p.oid::text)::sql_identifier AS specific_name,
        current_database()::sql_identifier AS routine_catalog, n.nspname::sql_identifier AS routine_schema,
        p.proname::sql_identifier AS routine_name,
        (CASE p.prokind WHEN 'f' THEN 'FUNCTION' WHEN 'p' THEN 'PROCEDURE' END)::character_data AS routine_type,
        NULL::sql_identifier AS module_catalog, NULL::sql_identifier AS module_schema,
        NULL::sql_identifier AS module_name, NULL::sql_identifier AS udt_catalog, NULL::sql_identifier AS udt_schema,
        NULL::sql_identifier AS udt_name,
        (CASE
            WHEN p.prokind = 'p' THEN NULL
            WHEN t.typelem <> 0 AND t.typlen = -1 THEN 'ARRAY'
            WHEN nt.nspname = 'pg_catalog' THEN format_type(t.oid, NULL)
            ELSE 'USER-DEFINED'
        END)::character_data AS data_type,
        NULL::cardinal_number AS character_maximum_length, NULL::cardinal_number AS character_octet_length,
        NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        NULL::sql_identifier AS character_set_name, NULL::sql_identifier AS collation_catalog,
        NULL::sql_identifier AS collation_schema, NULL::sql_identifier AS collation_name,
        NULL::cardinal_number AS numeric_precision, NULL::cardinal_number AS numeric_precision_radix,
        NULL::cardinal_number AS numeric_scale, NULL::cardinal_number AS datetime_precision,
        NULL::character_data AS interval_type, NULL::cardinal_number AS interval_precision,
        (CASE WHEN nt.nspname IS NOT NULL THEN current_database() END)::sql_identifier AS type_udt_catalog,
        nt.nspname::sql_identifier AS type_udt_schema, t.typname::sql_identifier AS type_udt_name,
        NULL::sql_identifier AS scope_catalog, NULL::sql_identifier AS scope_schema, NULL::sql_identifier AS scope_name,
        NULL::cardinal_number AS maximum_cardinality,
        (CASE WHEN p.prokind <> 'p' THEN 0 END)::sql_identifier AS dtd_identifier,
        (CASE WHEN l.lanname = 'sql' THEN 'SQL' ELSE 'EXTERNAL' END)::character_data AS routine_body,
        (CASE WHEN pg_has_role(p.proowner, 'USAGE') THEN p.prosrc END)::character_data AS routine_definition,
        (CASE WHEN l.lanname = 'c' THEN p.prosrc END)::character_data AS external_name,
        upper(l.lanname)::character_data AS external_language, 'GENERAL'::character_data AS parameter_style,
        (CASE WHEN p.provolatile = 'i' THEN 'YES' ELSE 'NO' END)::yes_or_no AS is_deterministic,
        'MODIFIES'::character_data AS sql_data_access,
        (CASE WHEN p.prokind <> 'p' THEN CASE WHEN p.proisstrict THEN 'YES' ELSE 'NO' END END)::yes_or_no
            AS is_null_call,
        NULL::character_data AS sql_path, 'YES'::yes_or_no AS schema_level_routine,
        0::cardinal_number AS max_dynamic_result_sets, NULL::yes_or_no AS is_user_defined_cast,
        NULL::yes_or_no AS is_implicitly_invocable,
        (CASE WHEN p.prosecdef THEN 'DEFINER' ELSE 'INVOKER' END)::character_data AS security_type,
        NULL::sql_identifier AS to_sql_specific_catalog, NULL::sql_identifier AS to_sql_specific_schema,
        NULL::sql_identifier AS to_sql_specific_name, 'NO'::yes_or_no AS as_locator, NULL::time_stamp AS created,
        NULL::time_stamp AS last_altered, NULL::yes_or_no AS new_savepoint_level, 'NO'::yes_or_no AS is_udt_dependent,
        NULL::character_data AS result_cast_from_data_type, NULL::yes_or_no AS result_cast_as_locator,
        NULL::cardinal_number AS result_cast_char_max_length, NULL::cardinal_number AS result_cast_char_octet_length,
        NULL::sql_identifier AS result_cast_char_set_catalog, NULL::sql_identifier AS result_cast_char_set_schema,
        NULL::sql_identifier AS result_cast_char_set_name, NULL::sql_identifier AS result_cast_collation_catalog,
        NULL::sql_identifier AS result_cast_collation_schema, NULL::sql_identifier AS result_cast_collation_name,
        NULL::cardinal_number AS result_cast_numeric_precision,
        NULL::cardinal_number AS result_cast_numeric_precision_radix,
        NULL::cardinal_number AS result_cast_numeric_scale, NULL::cardinal_number AS result_cast_datetime_precision,
        NULL::character_data AS result_cast_interval_type, NULL::cardinal_number AS result_cast_interval_precision,
        NULL::sql_identifier AS result_cast_type_udt_catalog, NULL::sql_identifier AS result_cast_type_udt_schema,
        NULL::sql_identifier AS result_cast_type_udt_name, NULL::sql_identifier AS result_cast_scope_catalog,
        NULL::sql_identifier AS result_cast_scope_schema, NULL::sql_identifier AS result_cast_scope_name,
        NULL::cardinal_number AS result_cast_maximum_cardinality, NULL::sql_identifier AS result_cast_dtd_identifier
    FROM pg_proc p
        JOIN pg_namespace n ON p.pronamespace = n.oid
        JOIN pg_language l ON p.prolang = l.oid
        LEFT JOIN (pg_type t JOIN pg_namespace nt ON t.typnamespace = nt.oid)
            ON p.prorettype = t.oid AND p.prokind <> 'p'
    WHERE pg_has_role(p.proowner, 'USAGE') OR has_function_privilege(p.oid, 'EXECUTE');

CREATE VIEW parameters AS
    SELECT current_database()::sql_identifier AS specific_catalog, n.nspname::sql_identifier AS specific_schema,
        (p.proname || '_' || p.oid::text)::sql_identifier AS specific_name,
        x.position::cardinal_number AS ordinal_position,
        (CASE coalesce(p.proargmodes[x.position], 'i') WHEN 'i' THEN 'IN' WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT'
            WHEN 'v' THEN 'IN' WHEN 't' THEN 'OUT' END)::character_data AS parameter_mode,
        'NO'::yes_or_no AS is_result, 'NO'::yes_or_no AS as_locator,
        nullif(p.proargnames[x.position], '')::sql_identifier AS parameter_name,
        (CASE
            WHEN t.typelem <> 0 AND t.typlen = -1 THEN 'ARRAY'
            WHEN nt.nspname = 'pg_catalog' THEN format_type(t.oid, NULL)
            ELSE 'USER-DEFINED'
        END)::character_data AS data_type,
        NULL::cardinal_number AS character_maximum_length, NULL::cardinal_number AS character_octet_length,
        NULL::sql_identifier AS character_set_catalog, NULL::sql_identifier AS character_set_schema,
        NULL::sql_identifier AS character_set_name, NULL::sql_identifier AS collation_catalog,
        NULL::sql_identifier AS collation_schema, NULL::sql_identifier AS collation_name,
        NULL::cardinal_number AS numeric_precision, NULL::cardinal_number AS numeric_precision_radix,
        NULL::cardinal_number AS numeric_scale, NULL::cardinal_number AS datetime_precision,
        NULL::character_data AS interval_type, NULL::cardinal_number AS interval_precision,
        current_database()::sql_identifier AS udt_catalog, nt.nspname::sql_identifier AS udt_schema,
        t.typname::sql_identifier AS udt_name, NULL::sql_identifier AS scope_catalog,
        NULL::sql_identifier AS scope_schema, NULL::sql_identifier AS scope_name,
        NULL::cardinal_number AS maximum_cardinality, x.position::sql_identifier AS dtd_identifier,
        (CASE WHEN pg_has_role(p.proowner, 'USAGE')
            THEN pg_get_function_arg_default(p.oid, x.position::integer) END)::character_data AS parameter_default
    FROM pg_proc p
        JOIN pg_namespace n ON p.pronamespace = n.oid
        CROSS JOIN LATERAL unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS x (type, position)
        JOIN pg_type t ON t.oid = x.type
        JOIN pg_namespace nt ON t.typnamespace = nt.oid
    WHERE pg_has_role(p.proowner, 'USAGE') OR has_function_privilege(p.oid, 'EXECUTE');

-- Triggers
CREATE VIEW triggers AS
    SELECT current_database()::sql_identifier AS trigger_catalog, n.nspname::sql_identifier AS trigger_schema,
        g.tgname::sql_identifier AS trigger_name, e.event::character_data AS event_manipulation,
        current_database()::sql_identifier AS event_object_catalog, n.nspname::sql_identifier AS event_object_schema,
        c.relname::sql_identifier AS event_object_table,
        (rank() OVER (PARTITION BY n.nspname::sql_identifier, c.relname::sql_identifier, e.bit, g.tgtype & 1,
            g.tgtype & 66 ORDER BY g.tgname))::cardinal_number AS action_order,
        (CASE WHEN pg_has_role(c.relowner, 'USAGE')
            THEN substring(pg_get_triggerdef(g.oid), ' WHEN \((.*)\) EXECUTE FUNCTION ') END)::character_data
            AS action_condition,
        substring(pg_get_triggerdef(g.oid), '^.* (EXECUTE FUNCTION .*)$')::character_data AS action_statement,
        (CASE WHEN g.tgtype & 1 = 1 THEN 'ROW' ELSE 'STATEMENT' END)::character_data AS action_orientation,
        (CASE g.tgtype & 66 WHEN 2 THEN 'BEFORE' WHEN 64 THEN 'INSTEAD OF' ELSE 'AFTER' END)::character_data
            AS action_timing,
        g.tgoldtable::sql_identifier AS action_reference_old_table,
        g.tgnewtable::sql_identifier AS action_reference_new_table,
        NULL::sql_identifier AS action_reference_old_row, NULL::sql_identifier AS action_reference_new_row,
        NULL::time_stamp AS created
    FROM pg_trigger g
        JOIN pg_class c ON g.tgrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN (VALUES (4, 'INSERT'), (8, 'DELETE'), (16, 'UPDATE')) AS e (bit, event) ON g.tgtype & e.bit <> 0
    WHERE NOT g.tgisinternal AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(c.oid, 'INSERT, UPDATE, REFERENCES'));

CREATE VIEW triggered_update_columns AS
    SELECT current_database()::sql_identifier AS trigger_catalog, n.nspname::sql_identifier AS trigger_schema,
        g.tgname::sql_identifier AS trigger_name, current_database()::sql_identifier AS event_object_catalog,
        n.nspname::sql_identifier AS event_object_schema, c.relname::sql_identifier AS event_object_table,
        a.attname::sql_identifier AS event_object_column
    FROM pg_trigger g
        JOIN pg_class c ON g.tgrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL unnest(g.tgattr::int2[]) AS u (attnum)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum
    WHERE NOT g.tgisinternal AND NOT pg_is_other_temp_schema(n.oid)
        AND (pg_has_role(c.relowner, 'USAGE')
            OR has_column_privilege(c.oid, a.attnum, 'INSERT, UPDATE, REFERENCES'));

-- Rights
CREATE VIEW table_privileges AS
    SELECT r.rolname::sql_identifier AS grantor, g.rolname::sql_identifier AS grantee,
        current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, x.privilege_type::character_data AS privilege_type,
        (CASE WHEN pg_has_role(g.oid, c.relowner, 'USAGE') OR x.is_grantable THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_grantable,
        (CASE WHEN x.privilege_type = 'SELECT' THEN 'YES' ELSE 'NO' END)::yes_or_no AS with_hierarchy
    FROM pg_class c
        JOIN pg_namespace n ON c.relnamespace = n.oid
        CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
        JOIN pg_authid r ON r.oid = x.grantor
        JOIN (SELECT oid, rolname FROM pg_authid UNION ALL SELECT 0::oid, 'PUBLIC') g ON g.oid = x.grantee
    WHERE c.relkind IN ('r', 'v', 'f', 'p')
        AND x.privilege_type IN ('INSERT', 'SELECT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')
        AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role(g.oid, 'USAGE') OR g.rolname = 'PUBLIC');

CREATE VIEW role_table_grants AS
    SELECT * FROM table_privileges
    WHERE grantor IN (SELECT role_name FROM enabled_roles) OR grantee IN (SELECT role_name FROM enabled_roles);

CREATE VIEW column_privileges AS
    SELECT DISTINCT r.rolname::sql_identifier AS grantor, g.rolname::sql_identifier AS grantee,
        current_database()::sql_identifier AS table_catalog, n.nspname::sql_identifier AS table_schema,
        c.relname::sql_identifier AS table_name, x.attname::sql_identifier AS column_name,
        x.privilege_type::character_data AS privilege_type,
        (CASE WHEN pg_has_role(g.oid, c.relowner, 'USAGE') OR x.is_grantable THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_grantable
    FROM (
            SELECT a.attrelid, a.attname, i.grantor, i.grantee, i.privilege_type, i.is_grantable
            FROM pg_attribute a
                JOIN pg_class o ON a.attrelid = o.oid
                CROSS JOIN LATERAL aclexplode(coalesce(o.relacl, acldefault('r', o.relowner))) i
            WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION
            SELECT a.attrelid, a.attname, i.grantor, i.grantee, i.privilege_type, i.is_grantable
            FROM pg_attribute a
                JOIN pg_class o ON a.attrelid = o.oid
                CROSS JOIN LATERAL aclexplode(coalesce(a.attacl, acldefault('c', o.relowner))) i
            WHERE a.attnum > 0 AND NOT a.attisdropped) x
        JOIN pg_class c ON x.attrelid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_authid r ON r.oid = x.grantor
        JOIN (SELECT oid, rolname FROM pg_authid UNION ALL SELECT 0::oid, 'PUBLIC') g ON g.oid = x.grantee
    WHERE c.relkind IN ('r', 'v', 'f', 'p') AND x.privilege_type IN ('INSERT', 'SELECT', 'UPDATE', 'REFERENCES')
        AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role(g.oid, 'USAGE') OR g.rolname = 'PUBLIC');

CREATE VIEW role_column_grants AS
    SELECT * FROM column_privileges
    WHERE grantor IN (SELECT role_name FROM enabled_roles) OR grantee IN (SELECT role_name FROM enabled_roles);

CREATE VIEW routine_privileges AS
    SELECT r.rolname::sql_identifier AS grantor, g.rolname::sql_identifier AS grantee,
        current_database()::sql_identifier AS specific_catalog, n.nspname::sql_identifier AS specific_schema,
        (p.proname || '_' || p.oid::text)::sql_identifier AS specific_name,
        current_database()::sql_identifier AS routine_catalog, n.nspname::sql_identifier AS routine_schema,
        p.proname::sql_identifier AS routine_name, 'EXECUTE'::character_data AS privilege_type,
        (CASE WHEN pg_has_role(g.oid, p.proowner, 'USAGE') OR x.is_grantable THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_grantable
    FROM pg_proc p
        JOIN pg_namespace n ON p.pronamespace = n.oid
        CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
        JOIN pg_authid r ON r.oid = x.grantor
        JOIN (SELECT oid, rolname FROM pg_authid UNION ALL SELECT 0::oid, 'PUBLIC') g ON g.oid = x.grantee
    WHERE x.privilege_type = 'EXECUTE'
        AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role(g.oid, 'USAGE') OR g.rolname = 'PUBLIC');

CREATE VIEW role_routine_grants AS
    SELECT * FROM routine_privileges
    WHERE grantor IN (SELECT role_name FROM enabled_roles) OR grantee IN (SELECT role_name FROM enabled_roles);

CREATE VIEW udt_privileges AS
    SELECT r.rolname::sql_identifier AS grantor, g.rolname::sql_identifier AS grantee,
        current_database()::sql_identifier AS udt_catalog, n.nspname::sql_identifier AS udt_schema,
        t.typname::sql_identifier AS udt_name, 'TYPE USAGE'::character_data AS privilege_type,
        (CASE WHEN pg_has_role(g.oid, t.typowner, 'USAGE') OR x.is_grantable THEN 'YES' ELSE 'NO' END)::yes_or_no
            AS is_grantable
    FROM pg_type t
        JOIN pg_namespace n ON t.typnamespace = n.oid
        CROSS JOIN LATERAL aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) x
        JOIN pg_authid r ON r.oid = x.grantor
        JOIN (SELECT oid, rolname FROM pg_authid UNION ALL SELECT 0::oid, 'PUBLIC') g ON g.oid = x.grantee
    WHERE t.typtype = 'c' AND x.privilege_type = 'USAGE'
        AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role(g.oid, 'USAGE') OR g.rolname = 'PUBLIC');

CREATE VIEW role_udt_grants AS
    SELECT * FROM udt_privileges
    WHERE grantor IN (SELECT role_name FROM enabled_roles) OR grantee IN (SELECT role_name FROM enabled_roles);

-- What views use
CREATE VIEW view_column_usage AS
    SELECT DISTINCT current_database()::sql_identifier AS view_catalog, nv.nspname::sql_identifier AS view_schema,
        v.relname::sql_identifier AS view_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name,
        a.attname::sql_identifier AS column_name
    FROM pg_class v
        JOIN pg_namespace nv ON v.relnamespace = nv.oid
        JOIN pg_rewrite w ON w.ev_class = v.oid AND w.rulename = '_RETURN'
        JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid
            AND p.refclassid = 'pg_class'::regclass AND p.refobjid <> v.oid
        JOIN pg_class c ON p.refobjid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.refobjsubid
    WHERE v.relkind = 'v' AND c.relkind IN ('r', 'v', 'f', 'p') AND pg_has_role(c.relowner, 'USAGE');

CREATE VIEW view_table_usage AS
    SELECT DISTINCT current_database()::sql_identifier AS view_catalog, nv.nspname::sql_identifier AS view_schema,
        v.relname::sql_identifier AS view_name, current_database()::sql_identifier AS table_catalog,
        n.nspname::sql_identifier AS table_schema, c.relname::sql_identifier AS table_name
    FROM pg_class v
        JOIN pg_namespace nv ON v.relnamespace = nv.oid
        JOIN pg_rewrite w ON w.ev_class = v.oid AND w.rulename = '_RETURN'
        JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid
            AND p.refclassid = 'pg_class'::regclass AND p.refobjid <> v.oid
        JOIN pg_class c ON p.refobjid = c.oid
        JOIN pg_namespace n ON c.relnamespace = n.oid
    WHERE v.relkind = 'v' AND c.relkind IN ('r', 'v', 'f', 'p') AND pg_has_role(c.relowner, 'USAGE');

CREATE VIEW view_routine_usage AS
    SELECT DISTINCT current_database()::sql_identifier AS table_catalog, nv.nspname::sql_identifier AS table_schema,
        v.relname::sql_identifier AS table_name, current_database()::sql_identifier AS specific_catalog,
        n.nspname::sql_identifier AS specific_schema, (f.proname || '_' || f.oid::text)::sql_identifier AS specific_name
    FROM pg_class v
        JOIN pg_namespace nv ON v.relnamespace = nv.oid
        JOIN pg_rewrite w ON w.ev_class = v.oid AND w.rulename = '_RETURN'
        JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid
            AND p.refclassid = 'pg_proc'::regclass
        JOIN pg_proc f ON p.refobjid = f.oid
        JOIN pg_namespace n ON f.pronamespace = n.oid
    WHERE v.relkind = 'v' AND pg_has_role(f.proowner, 'USAGE');
