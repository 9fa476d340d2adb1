package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.UNKNOWN;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The table that INSERT, UPDATE or DELETE changes, and assignments to its columns.
record TargetTable(TableDef table, NamespaceItem item) {

    static TargetTable open(ParseState state, RangeVar raw) {
        TableDef table = Relations.require(state, raw);
        NamespaceItem item = FromClauseAnalyzer.table(state, raw, table);
        state.target = item;
        return new TargetTable(table, item);
    }

    /// Attribute number of a column that may be assigned.
    int attribute(ResTarget target) {
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnDef column = table.columns().get(i);
            if (!column.dropped() && column.name().equals(target.name())) {
                return i + 1;
            }
        }
        throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" of relation \"%s\" does not exist".formatted(target.name(), table.name()))
                .at(target.location() + 1);
    }

    /// The value as the column takes it. PostgreSQL's `transformAssignedExpr`.
    Expr assigned(ParseState state, Expr value, int attribute, ResTarget target) {
        ColumnDef column = table.columns().get(attribute - 1);
        if (target != null && !target.indirection().isEmpty()) {
            throw PgException.notSupported("assignment to a part of a column").at(target.location() + 1);
        }
        if (value instanceof Expr.SetToDefault unset) {
            return new Expr.SetToDefault(column.type(), column.typmod(), column.collation(), unset.origin());
        }
        Expr result = SelectAnalyzer.assignable(state, value, column.type(), column.typmod());
        if (result == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "column \"%s\" is of type %s but expression is of type %s"
                                    .formatted(
                                            column.name(),
                                            state.types().name(column.type()),
                                            state.types().name(value.type())))
                    .hint("You will need to rewrite or cast the expression.")
                    .at(value.location() + 1);
        }
        return result;
    }

    /// SET items.
    List<TargetEntry> assignments(ParseState state, List<ResTarget> set) {
        List<TargetEntry> targets = new ArrayList<>();
        List<Expr> values = TargetListAnalyzer.expressions(
                state, set.stream().map(ResTarget::value).toList(), ExprKind.UPDATE_SOURCE, true);
        for (int i = 0; i < set.size(); i++) {
            ResTarget target = set.get(i);
            int attribute = attribute(target);
            if (targets.stream().anyMatch(entry -> entry.number() == attribute)) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "multiple assignments to same column \"%s\"".formatted(target.name()));
            }
            Expr value = assigned(state, values.get(i), attribute, target);
            targets.add(new TargetEntry(value, attribute, target.name(), false));
        }
        return targets;
    }

    List<TargetEntry> returning(ParseState state, List<ResTarget> raw) {
        int next = state.nextTargetNumber;
        state.nextTargetNumber = 1;
        List<TargetEntry> result = TargetListAnalyzer.analyze(state, raw, ExprKind.RETURNING);
        state.nextTargetNumber = next;
        if (result.stream().anyMatch(entry -> entry.expression().type() == UNKNOWN)) {
            TargetListAnalyzer.resolveUnknowns(state, result);
        }
        return result;
    }
}
