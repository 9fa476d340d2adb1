package io.pglitedb.planner.query;

import java.util.List;

/// A query whose range table stands behind other entries: every number that names an entry grows.
public final class RangeTableShift extends QueryMapper {
    private final int by;

    private RangeTableShift(int by) {
        this.by = by;
    }

    /// The range table itself stays as it is: the caller puts the other entries before it.
    public static Query shifted(Query query, int by) {
        return new RangeTableShift(by).map(query, 0);
    }

    @Override
    protected Expr changed(Expr expression, int depth) {
        return expression instanceof Expr.Var variable && variable.levelsUp() == depth
                ? variable.inEntry(variable.rangeTableIndex() + by)
                : expression;
    }

    @Override
    protected Query changed(Query original, Query query, int depth) {
        if (depth > 0) {
            return query;
        }
        OnConflict conflict = query.onConflict();
        return query.toBuilder()
                .resultRelation(query.resultRelation() == 0 ? 0 : query.resultRelation() + by)
                .joinTree((JoinTree.From) shifted(query.joinTree()))
                .rowMarks(query.rowMarks().stream()
                        .map(mark -> new RowMark(
                                mark.rangeTableIndex() + by, mark.strength(), mark.waiting(), mark.pushedDown()))
                        .toList())
                .onConflict(
                        conflict == null || conflict.excludedIndex() == 0
                                ? conflict
                                : conflict.withExcludedIndex(conflict.excludedIndex() + by))
                .setOperations(query.setOperations() == null ? null : shifted(query.setOperations()))
                .build();
    }

    private JoinTree shifted(JoinTree tree) {
        return switch (tree) {
            case JoinTree.Reference(int index) -> new JoinTree.Reference(index + by);
            case JoinTree.Join join ->
                new JoinTree.Join(
                        join.kind(),
                        join.natural(),
                        shifted(join.left()),
                        shifted(join.right()),
                        join.using(),
                        join.condition(),
                        join.rangeTableIndex() + by);
            case JoinTree.From from -> new JoinTree.From(shifted(from.items()), from.where());
        };
    }

    private List<JoinTree> shifted(List<JoinTree> items) {
        return items.stream().map(this::shifted).toList();
    }

    private SetOperationTree shifted(SetOperationTree tree) {
        return switch (tree) {
            case SetOperationTree.Leaf(int index) -> new SetOperationTree.Leaf(index + by);
            case SetOperationTree.Operation operation ->
                new SetOperationTree.Operation(
                        operation.kind(),
                        operation.all(),
                        shifted(operation.left()),
                        shifted(operation.right()),
                        operation.columns(),
                        operation.grouping());
        };
    }
}
