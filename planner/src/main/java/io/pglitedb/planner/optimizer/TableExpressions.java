package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Expressions that belong to tables, as the catalog stores them: node trees over [Expr.Var]s of range table
/// entry 1.
public final class TableExpressions {
    private final SessionContext session;

    public TableExpressions(SessionContext session) {
        this.session = session;
    }

    public Expr read(String nodeTree) {
        return NodeTree.readExpression(nodeTree, session);
    }

    /// One expression an index key: a column or what the index computes.
    public List<Expr> indexKeys(IndexDef index, TableDef table) {
        List<Expr> keys = new ArrayList<>();
        Iterator<Expr> computed = index.expressions()
                .map(text -> NodeTree.readExpressions(text, session))
                .orElse(List.of())
                .iterator();
        for (IndexDef.Key key : index.keys()) {
            keys.add(key.column() > 0 ? column(table, key.column()) : computed.next());
        }
        return keys;
    }

    /// Null when the index is not partial.
    public Expr indexPredicate(IndexDef index) {
        return index.predicate().map(this::read).orElse(null);
    }

    public static Expr.Var column(TableDef table, int number) {
        ColumnDef column = table.columns().get(number - 1);
        return new Expr.Var(1, number, 0, column.type(), column.typmod(), column.collation(), Origin.NONE);
    }

    /// The expression over the leaf variables of the table.
    public Expr over(Expr expression, int leaf) {
        return expression instanceof Expr.Var variable && variable.levelsUp() == 0
                ? new Expr.Var(
                        leaf,
                        variable.attribute(),
                        0,
                        variable.type(),
                        variable.typmod(),
                        variable.collation(),
                        Origin.NONE)
                : expression.mapChildren(child -> over(child, leaf));
    }

    /// The expression over a row of the table: column n in slot `first` + n - 1.
    public static Expr overRow(Expr expression, int first) {
        if (expression instanceof Expr.Var variable && variable.levelsUp() == 0 && variable.attribute() > 0) {
            return new Expr.Slot(
                    first + variable.attribute() - 1,
                    variable.type(),
                    variable.typmod(),
                    variable.collation(),
                    Origin.NONE);
        }
        return expression.mapChildren(child -> overRow(child, first));
    }
}
