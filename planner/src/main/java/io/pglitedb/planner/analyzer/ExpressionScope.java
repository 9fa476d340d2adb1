package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;

/// Analysis of expressions that stand outside queries: defaults, checks, index expressions, arguments of
/// commands. Each method knows the rules of its place and words the errors as PostgreSQL does there; results are
/// converted and have their collations.
///
/// Variables name range table index 1, the scope's table; in a trigger's WHEN 1 is `old` and 2 is `new`.
public final class ExpressionScope {
    private final ParseState state;
    private final TableDef table;

    private ExpressionScope(ParseState state, TableDef table) {
        this.state = state;
        this.table = table;
    }

    /// No columns: EXECUTE's arguments, partition bounds, defaults of function parameters.
    public static ExpressionScope empty(CatalogView catalog, SessionContext session, ParameterTypes parameters) {
        return over(new ParseState(new TypeRules(catalog), session, parameters));
    }

    static ExpressionScope over(ParseState state) {
        return new ExpressionScope(state, null);
    }

    /// @param table need not be in the catalog yet
    public static ExpressionScope forTable(TableDef table, CatalogView catalog, SessionContext session) {
        ExpressionScope scope = of(table, catalog, session);
        scope.enter(table.name(), false);
        return scope;
    }

    /// A trigger's WHEN.
    public static ExpressionScope forTrigger(TableDef table, CatalogView catalog, SessionContext session) {
        ExpressionScope scope = of(table, catalog, session);
        scope.enter("old", true);
        scope.enter("new", true);
        return scope;
    }

    /// A domain's CHECK, where VALUE has the base type.
    public static ExpressionScope forDomain(int baseType, int typmod, CatalogView catalog, SessionContext session) {
        ParseState state = new ParseState(new TypeRules(catalog), session, ParameterTypes.none());
        state.domainValue = new Expr.DomainValue(baseType, typmod, state.types().collationOf(baseType), Origin.NONE);
        return new ExpressionScope(state, null);
    }

    private static ExpressionScope of(TableDef table, CatalogView catalog, SessionContext session) {
        ParseState state = new ParseState(new TypeRules(catalog), session, ParameterTypes.none());
        state.scopeTable = table;
        return new ExpressionScope(state, table);
    }

    private void enter(String name, boolean alias) {
        state.namespace.add(state.add(
                new RangeTableEntry.Relation(name, alias, FromClauseAnalyzer.columns(table), table.oid(), true, null)));
    }

    /// A column's or a domain's default.
    ///
    /// @param name of the column or domain
    public Expr columnDefault(AstExpr raw, String name, int type, int typmod) {
        return defaultOf(ExpressionAnalyzer.analyze(state, raw, ExprKind.COLUMN_DEFAULT), name, type, typmod);
    }

    /// GENERATED ALWAYS AS (…) STORED
    public Expr generatedColumn(AstExpr raw, String name, int type, int typmod) {
        Expr value = ExpressionAnalyzer.analyze(state, raw, ExprKind.GENERATED_COLUMN);
        checkGenerated(value);
        if (Volatility.isMutable(value, state.catalog())) {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, "generation expression is not immutable");
        }
        return defaultOf(value, name, type, typmod);
    }

    private void checkGenerated(Expr value) {
        if (value instanceof Expr.Var variable) {
            if (variable.attribute() == 0) {
                throw new PgException(
                                SqlState.INVALID_OBJECT_DEFINITION,
                                "cannot use whole-row variable in column generation expression")
                        .detail("This would cause the generated column to depend on its own value.")
                        .at(variable.location() + 1);
            }
            ColumnDef column = variable.attribute() < 0 ? null : table.columns().get(variable.attribute() - 1);
            if (column != null && column.generated() != ' ') {
                throw new PgException(
                                SqlState.INVALID_OBJECT_DEFINITION,
                                "cannot use generated column \"%s\" in column generation expression"
                                        .formatted(column.name()))
                        .detail("A generated column cannot reference another generated column.")
                        .at(variable.location() + 1);
            }
        }
        value.children().forEach(this::checkGenerated);
    }

    private Expr defaultOf(Expr value, String name, int type, int typmod) {
        Expr result = assignment(value, type, typmod);
        if (result == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "column \"%s\" is of type %s but default expression is of type %s"
                                    .formatted(
                                            name,
                                            state.types().name(type),
                                            state.types().name(value.type())))
                    .hint("You will need to rewrite or cast the expression.");
        }
        return result;
    }

    /// CHECK of a table or domain.
    public Expr check(AstExpr raw) {
        return condition(raw, ExprKind.CHECK_CONSTRAINT, "CHECK");
    }

    public Expr indexExpression(AstExpr raw) {
        Expr value = collated(ExpressionAnalyzer.analyze(state, raw, ExprKind.INDEX_EXPRESSION));
        requireImmutable(value, "index expression");
        return value;
    }

    public Expr statisticsExpression(AstExpr raw) {
        return collated(ExpressionAnalyzer.analyze(state, raw, ExprKind.INDEX_EXPRESSION));
    }

    public Expr indexPredicate(AstExpr raw) {
        Expr value = condition(raw, ExprKind.INDEX_PREDICATE, "WHERE");
        requireImmutable(value, "index predicate");
        return value;
    }

    /// PARTITION BY (…)
    public Expr partitionExpression(AstExpr raw) {
        Expr value = collated(ExpressionAnalyzer.analyze(state, raw, ExprKind.PARTITION_EXPRESSION));
        requireImmutable(value, "partition key expression");
        return value;
    }

    private void requireImmutable(Expr value, String place) {
        if (Volatility.isMutable(value, state.catalog())) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION, "functions in %s must be marked IMMUTABLE".formatted(place));
        }
    }

    /// A value of FOR VALUES, converted to the type of the partition key.
    ///
    /// @param column name of the key, for messages
    /// @param collation of the key
    public Expr partitionBound(AstExpr raw, String column, int type, int typmod, int collation) {
        Expr given = ExpressionAnalyzer.analyze(state, raw, ExprKind.PARTITION_BOUND);
        Expr value = assignment(given, type, typmod);
        if (value == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "specified value cannot be cast to type %s for column \"%s\""
                                    .formatted(state.types().name(type), column))
                    .at(given.location() + 1);
        }
        int own = value.collation();
        if (state.types().collationOf(type) != 0 && own != 0 && own != Collations.DEFAULT && own != collation) {
            throw new PgException(
                            SqlState.COLLATION_MISMATCH,
                            "collation of partition bound value for column \"%s\" does not match partition key collation \"%s\""
                                    .formatted(
                                            column,
                                            state.catalog().collation(collation).name()))
                    .at(given.location() + 1);
        }
        return value;
    }

    /// COPY … FROM … WHERE
    public Expr copyWhere(AstExpr raw) {
        return condition(raw, ExprKind.COPY_WHERE, "WHERE");
    }

    /// Which rows of a table a publication has.
    public Expr publicationWhere(AstExpr raw) {
        Expr value = condition(raw, ExprKind.WHERE, "PUBLICATION WHERE");
        new RowFilterCheck(state.catalog()).require(value);
        return value;
    }

    /// ALTER COLUMN … TYPE … USING
    ///
    /// @param raw null without USING
    public Expr columnConversion(AstExpr raw, ColumnDef column, int type, int typmod) {
        if (raw == null) {
            Expr old = new Expr.Var(
                    1, column.number(), 0, column.type(), column.typmod(), column.collation(), Origin.NONE);
            Expr value = assignment(old, type, typmod);
            if (value == null) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "column \"%s\" cannot be cast automatically to type %s"
                                        .formatted(column.name(), state.types().name(type)))
                        .hint("You might need to specify \"USING %s::%s\"."
                                .formatted(
                                        Quoting.identifier(column.name()),
                                        state.catalog().formatType(type, typmod)));
            }
            return value;
        }
        Expr value = assignment(ExpressionAnalyzer.analyze(state, raw, ExprKind.ALTER_COLUMN_TRANSFORM), type, typmod);
        if (value == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "result of USING clause for column \"%s\" cannot be cast automatically to type %s"
                                    .formatted(column.name(), state.types().name(type)))
                    .hint("You might need to add an explicit cast.");
        }
        return value;
    }

    /// An argument of EXECUTE.
    ///
    /// @param number of the parameter, from 1
    public Expr executeArgument(AstExpr raw, int number, int type) {
        Expr given = ExpressionAnalyzer.analyze(state, raw, ExprKind.EXECUTE_PARAMETER);
        Expr value = assignment(given, type, -1);
        if (value == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "parameter $%d of type %s cannot be coerced to the expected type %s"
                                    .formatted(
                                            number,
                                            state.types().name(given.type()),
                                            state.types().name(type)))
                    .hint("You will need to rewrite or cast the expression.")
                    .at(given.location() + 1);
        }
        return value;
    }

    public Expr triggerWhen(AstExpr raw) {
        return condition(raw, ExprKind.TRIGGER_WHEN, "WHEN");
    }

    /// USING and WITH CHECK of a row security policy.
    public Expr policy(AstExpr raw) {
        return condition(raw, ExprKind.POLICY, "POLICY");
    }

    /// DEFAULT of a function's parameter.
    public Expr functionDefault(AstExpr raw, int type) {
        Expr value = ExpressionAnalyzer.analyze(state, raw, ExprKind.FUNCTION_DEFAULT);
        return collated(Coercion.toSpecific(state, value, type, -1, "DEFAULT"));
    }

    /// A value as a column takes it, null when it needs a cast that is not written.
    public Expr assignment(Expr value, int type, int typmod) {
        Expr result = Coercion.toTarget(state, value, type, typmod, Context.ASSIGNMENT, Origin.Form.IMPLICIT_CAST, -1);
        return result == null ? null : collated(result);
    }

    private Expr condition(AstExpr raw, ExprKind kind, String name) {
        return collated(SelectAnalyzer.condition(state, raw, kind, name));
    }

    private Expr collated(Expr value) {
        return CollationAssigner.assign(state, value);
    }
}
