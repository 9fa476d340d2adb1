package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks up what is known of expressions over leaf variables: columns of tables, what indexes compute, columns of
/// subqueries. Answers are kept for the planning of the statement.
public final class FactsSource {
    private static final int CTID = -1;
    private static final int UNKNOWN_WIDTH = 32;

    private final PlanningContext context;
    private final Map<Expr, ColumnFacts> known = new HashMap<>();

    public FactsSource(PlanningContext context) {
        this.context = context;
    }

    /// Null unless the expression reads exactly one leaf.
    public ColumnFacts of(Expr expression) {
        Expr bare = withoutRelabel(expression);
        ColumnFacts facts = known.get(bare);
        if (facts == null) {
            facts = found(bare);
            if (facts != null) {
                known.put(bare, facts);
            }
        }
        return facts;
    }

    public static Expr withoutRelabel(Expr expression) {
        return expression instanceof Expr.RelabelType relabel ? withoutRelabel(relabel.argument()) : expression;
    }

    private ColumnFacts found(Expr expression) {
        Set<Integer> leaves = ExpressionFacts.leaves(expression);
        if (leaves.size() != 1) {
            return null;
        }
        return switch (context.leaf(leaves.iterator().next())) {
            case Leaf.Table table when expression instanceof Expr.Var variable -> column(table, variable);
            case Leaf.Table table -> computed(table, expression);
            case Leaf.Rows rows -> rows(rows, expression);
            case null -> null;
        };
    }

    private double rows(TableDef table) {
        return Math.max(1, context.rows(table));
    }

    private ColumnFacts column(Leaf.Table leaf, Expr.Var variable) {
        TableDef table = leaf.table();
        double rows = rows(table);
        int attribute = variable.attribute();
        if (attribute == CTID || attribute == ScanTable.ROW_IDENTITY) {
            return ColumnFacts.unknown(rows, true, false, UNKNOWN_WIDTH);
        }
        if (attribute <= 0) {
            return ColumnFacts.unknown(rows, false, false, UNKNOWN_WIDTH);
        }
        StatisticDef statistic = statistic(table.oid(), attribute);
        boolean unique = isUnique(table, attribute);
        ColumnDef column = table.columns().get(attribute - 1);
        return statistic == null
                ? ColumnFacts.unknown(rows, unique, column.type() == Oids.BOOL, width(column.type(), column.typmod()))
                : ColumnFacts.of(statistic, valueType(column.type()), rows, unique);
    }

    private ValueType valueType(int type) {
        return context.session().type(type);
    }

    private StatisticDef statistic(int relation, int column) {
        for (StatisticDef statistic : context.catalog().statistics(relation)) {
            if (statistic.column() == column && !statistic.inherited()) {
                return statistic;
            }
        }
        return null;
    }

    private boolean isUnique(TableDef table, int column) {
        for (IndexDef index : context.catalog().indexes(table.oid())) {
            if (index.unique()
                    && index.predicate().isEmpty()
                    && index.keys().size() == 1
                    && index.keys().getFirst().column() == column) {
                return true;
            }
        }
        return false;
    }

    private ColumnFacts computed(Leaf.Table leaf, Expr expression) {
        TableDef table = leaf.table();
        TableExpressions expressions = new TableExpressions(context.session());
        for (IndexDef index : context.catalog().indexes(table.oid())) {
            if (index.expressions().isEmpty() || index.predicate().isPresent()) {
                continue;
            }
            List<Expr> keys = expressions.indexKeys(index, table);
            for (int key = 0; key < keys.size(); key++) {
                if (index.keys().get(key).column() == 0
                        && withoutRelabel(expressions.over(keys.get(key), leaf.number()))
                                .equals(expression)) {
                    StatisticDef statistic = statistic(index.oid(), key + 1);
                    boolean unique = index.unique() && keys.size() == 1;
                    return statistic == null
                            ? ColumnFacts.unknown(rows(table), unique, false, UNKNOWN_WIDTH)
                            : ColumnFacts.of(statistic, valueType(expression.type()), rows(table), unique);
                }
            }
        }
        return ColumnFacts.unknown(rows(table), false, expression.type() == Oids.BOOL, width(expression.type(), -1));
    }

    /// A column that a subquery hands through unchanged is known as the column it is.
    private ColumnFacts rows(Leaf.Rows leaf, Expr expression) {
        double rows = Math.max(1, leaf.plan().estimate().rows());
        boolean column = expression instanceof Expr.Var variable && variable.attribute() > 0;
        Expr inside = column ? leaf.source(((Expr.Var) expression).attribute()) : null;
        ColumnFacts source = inside == null ? null : of(inside);
        if (source == null) {
            return ColumnFacts.unknown(rows, false, expression.type() == Oids.BOOL, width(expression.type(), -1));
        }
        return new ColumnFacts(
                source.type(),
                rows,
                source.nullShare(),
                Math.min(source.distinct(), rows),
                source.guessed(),
                source.unique() && rows <= source.rows(),
                source.common(),
                source.shares(),
                source.histogram(),
                0,
                source.width());
    }

    /// Average bytes of a value of a type, without statistics. Source: get_typavgwidth.
    public int width(int type, int typmod) {
        return TypeWidths.of(context.catalog(), type, typmod);
    }

    CatalogView catalog() {
        return context.catalog();
    }
}
