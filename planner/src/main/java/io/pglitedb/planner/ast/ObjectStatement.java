package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about objects of any kind.
public sealed interface ObjectStatement extends Statement {
    enum ObjectKind {
        TABLE,
        SEQUENCE,
        VIEW,
        MATERIALIZED_VIEW,
        INDEX,
        FOREIGN_TABLE,
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
        SCHEMA,
        SERVER,
        POLICY,
        RULE,
        TRIGGER
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
}
