package io.pglitedb.planner.rewrite;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.ArrayList;
import java.util.List;

/// Puts expressions in the place of the columns of one range table entry.
final class ViewSubstitution extends QueryMapper {
    private final int index;
    private final List<Expr> columns;
    private final List<String> names;

    /// @param index of the entry, in the query that the mapping starts at
    /// @param columns what its columns become, at the level of that query
    ViewSubstitution(int index, List<Expr> columns, List<String> names) {
        this.index = index;
        this.columns = columns;
        this.names = names;
    }

    @Override
    protected Expr changed(Expr expression, int depth) {
        if (!(expression instanceof Expr.Var variable)
                || variable.rangeTableIndex() != index
                || variable.levelsUp() != depth) {
            return expression;
        }
        if (variable.attribute() > 0) {
            return deeper(columns.get(variable.attribute() - 1), depth);
        }
        List<Expr> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(deeper(column, depth)));
        return new Expr.RowConstructor(fields, names, variable.type(), Origin.NONE);
    }

    /// The expression as it reads so many levels further in.
    private static Expr deeper(Expr expression, int levels) {
        return levels == 0 ? expression : new Deeper(levels).map(expression, 0);
    }

    private static final class Deeper extends QueryMapper {
        private final int levels;

        Deeper(int levels) {
            this.levels = levels;
        }

        @Override
        protected Expr changed(Expr expression, int depth) {
            return expression instanceof Expr.Var variable && variable.levelsUp() >= depth
                    ? variable.atLevel(variable.levelsUp() + levels)
                    : expression;
        }

        @Override
        protected RangeTableEntry.CteReference changed(RangeTableEntry.CteReference reference, int depth) {
            return reference;
        }
    }

    /// An expression of a view's definition, with its base's number in the query that changes the view.
    static Expr renumbered(Expr expression, int from, int to) {
        return new QueryMapper() {
            @Override
            protected Expr changed(Expr inner, int depth) {
                return inner instanceof Expr.Var variable
                                && variable.rangeTableIndex() == from
                                && variable.levelsUp() == depth
                        ? new Expr.Var(
                                to,
                                variable.attribute(),
                                depth,
                                variable.type(),
                                variable.typmod(),
                                variable.collation(),
                                variable.origin())
                        : inner;
            }
        }.map(expression, 0);
    }
}
