package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.DeleteStmt;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import java.util.List;

final class DeleteAnalyzer {
    private DeleteAnalyzer() {}

    static Query analyze(ParseState state, DeleteStmt raw) {
        CommonTableAnalyzer.analyze(state, raw.with());
        TargetTable target = TargetTable.open(state, raw.relation());
        FromClauseAnalyzer.analyzeBeside(state, target.item(), raw.using());
        Expr where = SelectAnalyzer.condition(state, raw.where(), ExprKind.WHERE, "WHERE");
        List<TargetEntry> returning = target.returning(state, raw.returning());
        QueryBuilder query = new QueryBuilder()
                .command(Query.Command.DELETE)
                .resultRelation(target.item().index())
                .returning(returning);
        return Finish.query(state, query, new JoinTree.From(state.joinItems, where), false);
    }
}
