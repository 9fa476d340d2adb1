package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.FLOAT4;
import static io.pglitedb.types.Oids.FLOAT8;
import static io.pglitedb.types.Oids.INTERNAL;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// TABLESAMPLE. Source: PostgreSQL's transformRangeTableSample.
final class TableSamples {
    private static final int TSM_HANDLER = 3310;

    private TableSamples() {}

    static NamespaceItem analyze(ParseState state, FromItem.TableSample raw) {
        NamespaceItem plain = FromClauseAnalyzer.relation(state, raw.relation());
        if (!(plain.entry() instanceof RangeTableEntry.Relation relation) || !canSample(state, relation)) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "TABLESAMPLE clause can only be applied to tables and materialized views")
                    .at(raw.relation().location() + 1);
        }
        RangeTableEntry sampled = new RangeTableEntry.Relation(
                relation.name(),
                relation.aliasWritten(),
                relation.columns(),
                relation.table(),
                relation.inherit(),
                sample(state, raw));
        state.rangeTable.set(plain.index() - 1, sampled);
        return NamespaceItem.of(sampled, plain.index());
    }

    private static boolean canSample(ParseState state, RangeTableEntry.Relation relation) {
        TableDef table = state.catalog().table(relation.table());
        return table.kind() == 'r' || table.kind() == 'm' || table.kind() == 'p';
    }

    private static RangeTableEntry.TableSample sample(ParseState state, FromItem.TableSample raw) {
        String name = String.join(".", raw.method());
        FunctionDef handler = handler(state, raw.method());
        if (handler == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "tablesample method %s does not exist".formatted(name))
                    .at(raw.location() + 1);
        }
        if (handler.resultType() != TSM_HANDLER) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE, "function %s must return type tsm_handler".formatted(name))
                    .at(raw.location() + 1);
        }
        // The built-in methods all take one real, the percentage.
        if (raw.arguments().size() != 1) {
            throw new PgException(
                            SqlState.INVALID_TABLESAMPLE_ARGUMENT,
                            "tablesample method %s requires 1 argument, not %d"
                                    .formatted(name, raw.arguments().size()))
                    .at(raw.location() + 1);
        }
        Expr percentage = number(state, raw.arguments().getFirst(), FLOAT4, "TABLESAMPLE");
        Expr seed = raw.repeatable() == null ? null : number(state, raw.repeatable(), FLOAT8, "REPEATABLE");
        return new RangeTableEntry.TableSample(handler.oid(), List.of(percentage), seed);
    }

    private static FunctionDef handler(ParseState state, List<String> method) {
        for (int namespace : SearchPath.of(state, method)) {
            for (FunctionDef function : state.catalog().functions(method.getLast())) {
                if (function.namespace() == namespace
                        && function.argumentTypes().equals(List.of(INTERNAL))) {
                    return function;
                }
            }
        }
        return null;
    }

    private static Expr number(ParseState state, AstExpr raw, int type, String construct) {
        return FromClauseAnalyzer.lateral(state, true, () -> {
            Expr value = ExpressionAnalyzer.analyze(state, raw, ExprKind.FROM_FUNCTION);
            return CollationAssigner.assign(state, Coercion.toSpecific(state, value, type, -1, construct));
        });
    }
}
