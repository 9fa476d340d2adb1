package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.UNKNOWN;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The table that INSERT, UPDATE, DELETE or MERGE changes, and assignments to its columns.
record TargetTable(TableDef table, NamespaceItem item) {

    static TargetTable open(ParseState state, RangeVar raw) {
        TableDef table = Relations.require(state, raw);
        NamespaceItem item = FromClauseAnalyzer.table(state, raw, table);
        state.target = item;
        state.targetTable = table.oid();
        return new TargetTable(table, item);
    }

    /// Attribute number of a column in SET.
    private int updatable(ResTarget target) {
        if (ColumnLookup.isSystemColumn(target.name())) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot assign to system column \"%s\"".formatted(target.name()))
                    .at(target.location() + 1);
        }
        return attribute(target);
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
    ///
    /// @param insert there is no row yet whose parts could be kept
    Expr assigned(ParseState state, Expr value, int attribute, ResTarget target, boolean insert) {
        ColumnDef column = table.columns().get(attribute - 1);
        List<AstExpr.IndirectionElement> path = target.indirection();
        if (value instanceof Expr.SetToDefault unset) {
            if (!path.isEmpty()) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                path.getFirst() instanceof AstExpr.Subscript
                                        ? "cannot set an array element to DEFAULT"
                                        : "cannot set a subfield to DEFAULT")
                        .at(target.location() + 1);
            }
            return new Expr.SetToDefault(column.type(), column.typmod(), column.collation(), unset.origin());
        }
        if (!path.isEmpty()) {
            Expr before = insert
                    ? new Expr.Const(null, column.type(), column.typmod(), column.collation(), Origin.NONE)
                    : item.reference(attribute - 1, 0, target.location());
            return ColumnAssignment.assign(state, before, column, path, value, target.location());
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

    /// SET items; behind them, as junk, the subqueries that give several columns.
    List<TargetEntry> assignments(ParseState state, List<ResTarget> set) {
        // A star here is a whole row.
        List<Expr> values = state.in(
                ExprKind.UPDATE_SOURCE,
                () -> set.stream()
                        .map(target -> TargetListAnalyzer.value(state, target.value(), true))
                        .toList());
        List<Expr> sources = List.copyOf(state.multiAssignments);
        state.multiAssignments.clear();
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            ResTarget target = set.get(i);
            int attribute = updatable(target);
            Expr value = state.in(ExprKind.UPDATE_TARGET, valueOf(state, values.get(i), attribute, target));
            add(targets, new TargetEntry(value, attribute, target.name(), false));
        }
        int number = table.columns().size();
        for (Expr source : sources) {
            targets.add(new TargetEntry(source, ++number, null, true));
        }
        return targets;
    }

    private java.util.function.Supplier<Expr> valueOf(ParseState state, Expr value, int attribute, ResTarget target) {
        return () -> assigned(state, value, attribute, target, false);
    }

    /// Assignments to parts of one column become one.
    static void add(List<TargetEntry> targets, TargetEntry added) {
        for (int i = 0; i < targets.size(); i++) {
            TargetEntry earlier = targets.get(i);
            if (earlier.number() == added.number()) {
                Expr merged = ColumnAssignment.merge(earlier.expression(), added.expression());
                if (merged == null) {
                    throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "multiple assignments to same column \"%s\"".formatted(added.name()));
                }
                targets.set(i, earlier.withExpression(merged));
                return;
            }
        }
        targets.add(added);
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
