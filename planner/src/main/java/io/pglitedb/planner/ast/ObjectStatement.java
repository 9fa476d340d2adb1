package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about objects of any kind: what DROP, RENAME, SET SCHEMA, OWNER TO, COMMENT … say alike of all of
/// them.
public sealed interface ObjectStatement extends Statement {
    enum ObjectKind {
        TABLE,
        SEQUENCE,
        VIEW,
        MATERIALIZED_VIEW,
        INDEX,
        FOREIGN_TABLE,
        COLUMN,
        CONSTRAINT,
        COLLATION,
        CONVERSION,
        STATISTICS,
        TEXT_SEARCH_PARSER,
        TEXT_SEARCH_DICTIONARY,
        TEXT_SEARCH_TEMPLATE,
        TEXT_SEARCH_CONFIGURATION,
        ACCESS_METHOD,
        EVENT_TRIGGER,
        EXTENSION,
        FOREIGN_DATA_WRAPPER,
        LANGUAGE,
        PUBLICATION,
        SUBSCRIPTION,
        SCHEMA,
        SERVER,
        DATABASE,
        TABLESPACE,
        ROLE,
        POLICY,
        RULE,
        TRIGGER,
        TYPE,
        DOMAIN,
        FUNCTION,
        PROCEDURE,
        /// A function or a procedure.
        ROUTINE,
        AGGREGATE,
        OPERATOR,
        OPERATOR_CLASS,
        OPERATOR_FAMILY,
        CAST,
        TRANSFORM,
        LARGE_OBJECT,
        /// A setting, of GRANT ON PARAMETER only.
        PARAMETER;

        /// As statements spell it.
        public String words() {
            return name().replace('_', ' ');
        }
    }

    /// DROP of objects that a name tells apart; names of one part only for kinds that stand in no schema.
    record Drop(ObjectKind kind, boolean concurrently, boolean ifExists, List<List<String>> names, boolean cascade)
            implements ObjectStatement {}

    /// DROP TYPE, DROP DOMAIN
    record DropTypes(boolean domain, boolean ifExists, List<TypeName> types, boolean cascade)
            implements ObjectStatement {}

    /// DROP POLICY, RULE, TRIGGER: a name within a relation.
    record DropOnRelation(ObjectKind kind, boolean ifExists, String name, List<String> relation, boolean cascade)
            implements ObjectStatement {}

    /// DROP of what needs more than a name: routines, operators, their classes and families, casts, transforms.
    record DropObjects(List<ObjectReference> objects, boolean ifExists, boolean cascade) implements ObjectStatement {}

    /// ALTER … RENAME TO
    record Rename(ObjectReference object, boolean ifExists, String newName) implements ObjectStatement {}

    /// ALTER TABLE, VIEW, … RENAME COLUMN
    record RenameColumn(ObjectKind relationKind, RangeVar relation, boolean ifExists, String column, String newName)
            implements ObjectStatement {}

    /// ALTER TABLE … RENAME CONSTRAINT
    record RenameConstraint(RangeVar relation, boolean ifExists, String constraint, String newName)
            implements ObjectStatement {}

    /// ALTER TYPE … RENAME ATTRIBUTE
    record RenameAttribute(List<String> type, String attribute, String newName, boolean cascade)
            implements ObjectStatement {}

    /// ALTER … SET SCHEMA
    record SetSchema(ObjectReference object, boolean ifExists, String schema) implements ObjectStatement {}

    /// ALTER … OWNER TO, of everything but relations (their owner is a command of ALTER TABLE).
    record ChangeOwner(ObjectReference object, RoleSpec owner) implements ObjectStatement {}

    /// ALTER … [NO] DEPENDS ON EXTENSION
    record DependOnExtension(ObjectReference object, String extension, boolean depends) implements ObjectStatement {}

    /// COMMENT ON; `text` null for NULL.
    record Comment(ObjectReference object, String text) implements ObjectStatement {}

    /// SECURITY LABEL; `provider` null when absent, `label` null for NULL.
    record SecurityLabel(ObjectReference object, String provider, String label) implements ObjectStatement {}
}
