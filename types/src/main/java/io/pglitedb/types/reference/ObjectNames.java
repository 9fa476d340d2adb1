package io.pglitedb.types.reference;

/// Names and OIDs of catalog objects, as the reg* types read and print them. A context of the session
/// (`SessionContext.as(ObjectNames.class)`); roles have `RoleNames`. Numbers and `-` never come here.
public interface ObjectNames {
    /// What a reg* type refers to.
    enum Kind {
        /// regclass: `schema.relation`.
        CLASS,
        /// regtype: any spelling of a type, `timestamp(3) with time zone[]` too; the modifier is dropped.
        TYPE,
        /// regproc: a function by its name alone.
        FUNCTION,
        /// regprocedure: `name(type, …)`, input arguments only.
        FUNCTION_WITH_ARGUMENTS,
        /// regoper: an operator by its name alone, `schema.+`.
        OPERATOR,
        /// regoperator: `name(type, type)`, NONE for the missing operand of a prefix operator.
        OPERATOR_WITH_ARGUMENTS,
        /// regnamespace
        SCHEMA,
        /// regcollation
        COLLATION,
        /// regconfig
        TEXT_SEARCH_CONFIGURATION,
        /// regdictionary
        TEXT_SEARCH_DICTIONARY
    }

    /// The object that `text` names, looked for along the search path when it has no schema. Raises PostgreSQL's
    /// errors: 42602 for bad syntax, 42P01, 42704, 42883, 3F000 when there is none, 42725 when a name alone is not
    /// enough, 0A000 for a name in another database.
    int oid(Kind kind, String text);

    /// What the to_reg* functions say: 0 when there is none or several; errors of syntax are still raised.
    int find(Kind kind, String text);

    /// As the reg* type prints it: quoted where needed, with its schema when the bare name would not find it again.
    /// Null when there is no such object.
    String name(Kind kind, int oid);
}
