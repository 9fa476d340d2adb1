package io.pglitedb.planner.ast;

import java.util.List;

/// An untyped expression as the grammar sees it.
public sealed interface AstExpr {
    int location();

    /// `a.b.c` or `a.*`: `star` says that a `*` follows the fields.
    record ColumnRef(List<String> fields, boolean star, int location) implements AstExpr {}

    /// `$n`
    record ParamRef(int number, int location) implements AstExpr {}

    sealed interface Constant extends AstExpr {}

    /// A literal that fits int4.
    record IntegerConst(int value, int location) implements Constant {}

    /// Any other numeric literal, as written (a leading minus is folded in).
    record FloatConst(String digits, int location) implements Constant {}

    record StringConst(String value, int location) implements Constant {}

    /// `digits` keeps its prefix: `b0101` or `x1F`.
    record BitConst(String digits, int location) implements Constant {}

    record BooleanConst(boolean value, int location) implements Constant {}

    record NullConst(int location) implements Constant {}

    record TypeCast(AstExpr argument, TypeName type, int location) implements AstExpr {}

    record CollateClause(AstExpr argument, List<String> collation, int location) implements AstExpr {}

    enum OperatorKind {
        OPERATOR,
        /// `left op ANY (array)`
        ANY,
        /// `left op ALL (array)`
        ALL,
        /// IS DISTINCT FROM; the name is `=`
        DISTINCT,
        NOT_DISTINCT,
        NULLIF,
        /// The name is `=` or `<>`; the right side is a ListExpr.
        IN,
        /// The names are `~~`, `!~~`.
        LIKE,
        /// The names are `~~*`, `!~~*`.
        ILIKE,
        /// The names are `~`, `!~`; the right side is a call of similar_to_escape.
        SIMILAR,
        /// The right side of the four BETWEEN kinds is a ListExpr of two.
        BETWEEN,
        NOT_BETWEEN,
        BETWEEN_SYMMETRIC,
        NOT_BETWEEN_SYMMETRIC
    }

    /// An operator application (PostgreSQL's A_Expr); `left` is null for a prefix operator.
    record OperatorExpr(OperatorKind kind, List<String> name, AstExpr left, AstExpr right, int location)
            implements AstExpr {}

    /// A bare list, only as the right side of IN and BETWEEN.
    record ListExpr(List<AstExpr> elements, int location) implements AstExpr {}

    enum BoolKind {
        AND,
        OR,
        NOT
    }

    /// AND and OR are flattened as PostgreSQL does (`a AND b AND c` has three arguments).
    record BoolExpr(BoolKind kind, List<AstExpr> arguments, int location) implements AstExpr {}

    /// `sqlSyntax`: written in a special syntax (EXTRACT, AT TIME ZONE …) and deparsed so.
    record FuncCall(
            List<String> name,
            List<AstExpr> arguments,
            List<SortBy> orderBy,
            AstExpr filter,
            WindowDef over,
            boolean withinGroup,
            boolean star,
            boolean distinct,
            boolean variadic,
            boolean sqlSyntax,
            int location)
            implements AstExpr {
        public FuncCall withArguments(List<AstExpr> others) {
            return new FuncCall(
                    name, others, orderBy, filter, over, withinGroup, star, distinct, variadic, sqlSyntax, location);
        }
    }

    /// `name => value`, only among call arguments.
    record NamedArgument(String name, AstExpr value, int location) implements AstExpr {}

    record Indirection(AstExpr argument, List<IndirectionElement> elements) implements AstExpr {
        @Override
        public int location() {
            return argument.location();
        }
    }

    sealed interface IndirectionElement {}

    record Field(String name) implements IndirectionElement {}

    record AllFields() implements IndirectionElement {}

    /// `[upper]`, or `[lower:upper]` with both bounds optional when `slice`.
    record Subscript(boolean slice, AstExpr lower, AstExpr upper) implements IndirectionElement {}

    /// `ARRAY[…]`; inner lists `[…]` are ArrayExpr too.
    record ArrayExpr(List<AstExpr> elements, int location) implements AstExpr {}

    /// `explicit` when ROW is written.
    record RowExpr(List<AstExpr> fields, boolean explicit, int location) implements AstExpr {}

    enum SubLinkKind {
        EXISTS,
        /// `left op ALL (SELECT …)`
        ALL,
        /// `left op ANY (SELECT …)`; IN has an empty operator name
        ANY,
        SCALAR,
        ARRAY
    }

    record SubLink(SubLinkKind kind, AstExpr testExpression, List<String> operator, SelectStmt query, int location)
            implements AstExpr {}

    record CaseExpr(AstExpr argument, List<CaseWhen> branches, AstExpr otherwise, int location) implements AstExpr {}

    record CaseWhen(AstExpr condition, AstExpr result, int location) {}

    record CoalesceExpr(List<AstExpr> arguments, int location) implements AstExpr {}

    record MinMaxExpr(boolean greatest, List<AstExpr> arguments, int location) implements AstExpr {}

    enum SqlValueKind {
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP,
        LOCALTIME,
        LOCALTIMESTAMP,
        CURRENT_ROLE,
        CURRENT_USER,
        USER,
        SESSION_USER,
        CURRENT_CATALOG,
        CURRENT_SCHEMA
    }

    /// `precision` is -1 when not written.
    record SqlValueFunction(SqlValueKind kind, int precision, int location) implements AstExpr {}

    enum XmlKind {
        CONCAT,
        ELEMENT,
        FOREST,
        PARSE,
        PI,
        ROOT,
        DOCUMENT
    }

    /// `name` of ELEMENT and PI; `namedArguments` of ELEMENT's attributes and FOREST; `document` (not CONTENT)
    /// for PARSE.
    /// PARSE's arguments: value, and a boolean: white space is preserved.
    /// ROOT's arguments: value, version (NULL constant for NO VALUE), integer 0 yes, 1 no, 2 no value, 3 omitted.
    record XmlExpr(
            XmlKind kind,
            String name,
            List<ResTarget> namedArguments,
            List<AstExpr> arguments,
            boolean document,
            int location)
            implements AstExpr {}

    record XmlSerialize(boolean document, AstExpr argument, TypeName type, int location) implements AstExpr {}

    record NullTest(AstExpr argument, boolean isNull, int location) implements AstExpr {}

    enum BooleanTestKind {
        IS_TRUE,
        IS_NOT_TRUE,
        IS_FALSE,
        IS_NOT_FALSE,
        IS_UNKNOWN,
        IS_NOT_UNKNOWN
    }

    record BooleanTest(AstExpr argument, BooleanTestKind kind, int location) implements AstExpr {}

    record GroupingFunc(List<AstExpr> arguments, int location) implements AstExpr {}

    enum GroupingSetKind {
        EMPTY,
        ROLLUP,
        CUBE,
        SETS
    }

    /// Only in GROUP BY. `(a, b)` there is a RowExpr that is not explicit.
    record GroupingSet(GroupingSetKind kind, List<AstExpr> content, int location) implements AstExpr {}

    /// `WHERE CURRENT OF cursor`
    record CurrentOf(String cursor, int location) implements AstExpr {}

    /// DEFAULT in VALUES and SET.
    record SetToDefault(int location) implements AstExpr {}

    /// Column `column` (1-based) of `columnCount` of the source in `SET (a, b) = source`; every target shares one
    /// source instance.
    record MultiAssignRef(AstExpr source, int column, int columnCount) implements AstExpr {
        @Override
        public int location() {
            return source.location();
        }
    }
}
