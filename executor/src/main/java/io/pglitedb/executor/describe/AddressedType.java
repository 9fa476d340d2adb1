package io.pglitedb.executor.describe;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A type of objects as pg_identify_object_as_address calls it. Source: PostgreSQL 15, `ObjectTypeMap`.
///
/// @param form how names and arguments tell the object
/// @param kind in statements; null where no statement names such objects alone
record AddressedType(String name, Form form, ObjectKind kind) {
    enum Form {
        /// A name, with a schema or without.
        QUALIFIED,
        /// A relation's name, then a column's.
        COLUMN,
        /// A name that stands in no schema.
        SINGLE,
        TYPE,
        /// Name and types of arguments.
        ROUTINE,
        OPERATOR,
        /// Access method, then the name.
        OPERATOR_GROUP,
        /// Access method, the family's name, a number; two types.
        FAMILY_MEMBER,
        /// A relation's name, then its own.
        ON_RELATION,
        DOMAIN_CONSTRAINT,
        CAST,
        COLUMN_DEFAULT,
        LARGE_OBJECT,
        USER_MAPPING,
        DEFAULT_PRIVILEGES,
        TRANSFORM,
        PUBLISHED_TABLE,
        PUBLISHED_SCHEMA
    }

    /// Of which there are no addresses by name.
    private static final Set<String> UNSUPPORTED = Set.of(
            "toast table",
            "index column",
            "sequence column",
            "toast table column",
            "view column",
            "materialized view column");

    private static final Map<String, AddressedType> TYPES = new HashMap<>();

    static {
        add(Form.QUALIFIED, "table", ObjectKind.TABLE);
        add(Form.QUALIFIED, "index", ObjectKind.INDEX);
        add(Form.QUALIFIED, "sequence", ObjectKind.SEQUENCE);
        add(Form.QUALIFIED, "view", ObjectKind.VIEW);
        add(Form.QUALIFIED, "materialized view", ObjectKind.MATERIALIZED_VIEW);
        add(Form.QUALIFIED, "foreign table", ObjectKind.FOREIGN_TABLE);
        add(Form.QUALIFIED, "collation", ObjectKind.COLLATION);
        add(Form.QUALIFIED, "conversion", ObjectKind.CONVERSION);
        add(Form.QUALIFIED, "statistics object", ObjectKind.STATISTICS);
        add(Form.QUALIFIED, "text search parser", ObjectKind.TEXT_SEARCH_PARSER);
        add(Form.QUALIFIED, "text search dictionary", ObjectKind.TEXT_SEARCH_DICTIONARY);
        add(Form.QUALIFIED, "text search template", ObjectKind.TEXT_SEARCH_TEMPLATE);
        add(Form.QUALIFIED, "text search configuration", ObjectKind.TEXT_SEARCH_CONFIGURATION);
        add(Form.COLUMN, "table column", ObjectKind.COLUMN);
        add(Form.COLUMN, "foreign table column", ObjectKind.COLUMN);
        add(Form.COLUMN, "composite type column", ObjectKind.COLUMN);
        add(Form.SINGLE, "access method", ObjectKind.ACCESS_METHOD);
        add(Form.SINGLE, "database", ObjectKind.DATABASE);
        add(Form.SINGLE, "event trigger", ObjectKind.EVENT_TRIGGER);
        add(Form.SINGLE, "extension", ObjectKind.EXTENSION);
        add(Form.SINGLE, "foreign-data wrapper", ObjectKind.FOREIGN_DATA_WRAPPER);
        add(Form.SINGLE, "language", ObjectKind.LANGUAGE);
        add(Form.SINGLE, "publication", ObjectKind.PUBLICATION);
        add(Form.SINGLE, "subscription", ObjectKind.SUBSCRIPTION);
        add(Form.SINGLE, "role", ObjectKind.ROLE);
        add(Form.SINGLE, "schema", ObjectKind.SCHEMA);
        add(Form.SINGLE, "server", ObjectKind.SERVER);
        add(Form.SINGLE, "tablespace", ObjectKind.TABLESPACE);
        add(Form.TYPE, "type", ObjectKind.TYPE);
        add(Form.ROUTINE, "aggregate", ObjectKind.AGGREGATE);
        add(Form.ROUTINE, "function", ObjectKind.FUNCTION);
        add(Form.ROUTINE, "procedure", ObjectKind.PROCEDURE);
        add(Form.OPERATOR, "operator", ObjectKind.OPERATOR);
        add(Form.OPERATOR_GROUP, "operator class", ObjectKind.OPERATOR_CLASS);
        add(Form.OPERATOR_GROUP, "operator family", ObjectKind.OPERATOR_FAMILY);
        add(Form.FAMILY_MEMBER, "operator of access method", null);
        add(Form.FAMILY_MEMBER, "function of access method", null);
        add(Form.ON_RELATION, "table constraint", ObjectKind.CONSTRAINT);
        add(Form.ON_RELATION, "rule", ObjectKind.RULE);
        add(Form.ON_RELATION, "trigger", ObjectKind.TRIGGER);
        add(Form.ON_RELATION, "policy", ObjectKind.POLICY);
        add(Form.DOMAIN_CONSTRAINT, "domain constraint", ObjectKind.CONSTRAINT);
        add(Form.CAST, "cast", ObjectKind.CAST);
        add(Form.COLUMN_DEFAULT, "default value", null);
        add(Form.LARGE_OBJECT, "large object", ObjectKind.LARGE_OBJECT);
        add(Form.USER_MAPPING, "user mapping", null);
        add(Form.DEFAULT_PRIVILEGES, "default acl", null);
        add(Form.TRANSFORM, "transform", ObjectKind.TRANSFORM);
        add(Form.PUBLISHED_TABLE, "publication relation", null);
        add(Form.PUBLISHED_SCHEMA, "publication namespace", null);
    }

    private static void add(Form form, String name, ObjectKind kind) {
        TYPES.put(name, new AddressedType(name, form, kind));
    }

    /// 22023 when there is none.
    static AddressedType find(String name) {
        AddressedType found = TYPES.get(name);
        if (found == null) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    UNSUPPORTED.contains(name)
                            ? "unsupported object type \"%s\"".formatted(name)
                            : "unrecognized object type \"%s\"".formatted(name));
        }
        return found;
    }
}
