package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.MergeStmt;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// MERGE: the join tree holds the source, its condition is that of the join with the target. Source: PostgreSQL's
/// transformMergeStmt.
final class MergeAnalyzer {
    private final ParseState state;
    private TargetTable target;
    private NamespaceItem source;

    private MergeAnalyzer(ParseState state) {
        this.state = state;
    }

    static Query analyze(ParseState state, MergeStmt raw) {
        if (raw.with() != null && raw.with().recursive()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "WITH RECURSIVE is not supported for MERGE statement");
        }
        CommonTableAnalyzer.analyze(state, raw.with());
        checkReachable(raw.whenClauses());
        return new MergeAnalyzer(state).merge(raw);
    }

    private static void checkReachable(List<MergeStmt.WhenClause> clauses) {
        boolean[] unconditional = new boolean[2];
        for (MergeStmt.WhenClause clause : clauses) {
            int kind = clause.matched() ? 0 : 1;
            if (unconditional[kind]) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "unreachable WHEN clause specified after unconditional WHEN clause");
            }
            unconditional[kind] = clause.condition() == null;
        }
    }

    private Query merge(MergeStmt raw) {
        target = TargetTable.open(state, raw.relation());
        checkTarget();
        FromClauseAnalyzer.analyze(state, List.of(raw.source()));
        int sourceIndex = state.rangeTable.size();
        source = state.namespace.stream()
                .filter(item -> item.index() == sourceIndex)
                .findFirst()
                .orElseThrow();
        if (target.item().name().equals(source.name())) {
            throw new PgException(
                            SqlState.DUPLICATE_ALIAS, "name \"%s\" specified more than once".formatted(source.name()))
                    .detail("The name is used both as MERGE target table and data source.");
        }
        List<NamespaceItem> sourceItems = List.copyOf(state.namespace);
        state.namespace.add(target.item());
        Expr condition = state.in(ExprKind.JOIN_ON, () -> ExpressionAnalyzer.analyze(state, raw.joinCondition()));
        List<MergeAction> actions = new ArrayList<>();
        for (MergeStmt.WhenClause clause : raw.whenClauses()) {
            state.namespace = new ArrayList<>(sourceItems);
            if (clause.matched()) {
                state.namespace.add(target.item());
            }
            actions.add(action(clause));
        }
        QueryBuilder query = new QueryBuilder()
                .command(Query.Command.MERGE)
                .resultRelation(target.item().index())
                .mergeActions(actions);
        return Finish.query(state, query, new JoinTree.From(state.joinItems, condition), false);
    }

    private void checkTarget() {
        String detail = switch (target.table().kind()) {
            case 'r', 'p' -> null;
            case 'v' -> "This operation is not supported for views.";
            case 'm' -> "This operation is not supported for materialized views.";
            case 'S' -> "This operation is not supported for sequences.";
            case 'f' -> "This operation is not supported for foreign tables.";
            default -> "This operation is not supported for TOAST tables.";
        };
        if (detail == null && !state.catalog().rules(target.table().oid()).isEmpty()) {
            detail = "MERGE is not supported for relations with rules.";
        }
        if (detail != null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot execute MERGE on relation \"%s\""
                                    .formatted(target.table().name()))
                    .detail(detail);
        }
    }

    private MergeAction action(MergeStmt.WhenClause clause) {
        Expr condition = SelectAnalyzer.condition(state, clause.condition(), ExprKind.MERGE_WHEN, "WHEN");
        List<TargetEntry> targets = switch (clause.action()) {
            case INSERT -> inserted(clause);
            case UPDATE -> target.assignments(state, clause.targets());
            case DELETE, DO_NOTHING -> List.of();
        };
        InsertStmt.Overriding overriding = clause.overriding();
        return new MergeAction(
                clause.matched(),
                MergeAction.Kind.valueOf(clause.action().name()),
                Query.Overriding.valueOf(overriding == null ? "NONE" : overriding.name()),
                condition,
                targets);
    }

    private List<TargetEntry> inserted(MergeStmt.WhenClause clause) {
        InsertColumns columns = InsertColumns.of(target, clause.targets());
        if (clause.values().isEmpty()) {
            return List.of();
        }
        return columns.entries(columns.assigned(state, InsertAnalyzer.singleRow(state, clause.values())));
    }
}
