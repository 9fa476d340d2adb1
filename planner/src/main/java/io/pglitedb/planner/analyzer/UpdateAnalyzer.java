package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.UpdateStmt;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import java.util.List;

final class UpdateAnalyzer {
    private UpdateAnalyzer() {}

    static Query analyze(ParseState state, UpdateStmt raw) {
        CommonTableAnalyzer.analyze(state, raw.with());
        TargetTable target = TargetTable.open(state, raw.relation());
        FromClauseAnalyzer.analyzeBeside(state, target.item(), raw.from());
        Expr where = SelectAnalyzer.condition(state, raw.where(), ExprKind.WHERE, "WHERE");
        List<TargetEntry> returning = target.returning(state, raw.returning());
        List<TargetEntry> targets = target.assignments(state, raw.set());
        QueryBuilder query = new QueryBuilder()
                .command(Query.Command.UPDATE)
                .resultRelation(target.item().index())
                .targets(targets)
                .returning(returning);
        return Finish.query(state, query, new JoinTree.From(state.joinItems, where), false);
    }
}
