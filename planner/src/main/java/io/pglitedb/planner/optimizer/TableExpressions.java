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
import java.util.SortedSet;
import java.util.TreeSet;

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

    /// Numbers of the columns that an expression over the table reads, ascending.
    public static SortedSet<Integer> columnsOf(Expr expression) {
        SortedSet<Integer> numbers = new TreeSet<>();
        collect(expression, numbers);
        numbers.removeIf(number -> number <= 0);
        return numbers;
    }

    /// Whether it reads the table's row as one value.
    public static boolean readsWholeRow(Expr expression) {
        SortedSet<Integer> numbers = new TreeSet<>();
        collect(expression, numbers);
        return numbers.contains(0);
    }

    private static void collect(Expr expression, SortedSet<Integer> numbers) {
        if (expression instanceof Expr.Var variable) {
            numbers.add(variable.attribute());
        }
        expression.children().forEach(child -> collect(child, numbers));
    }

    /// Numbers of the columns of one table in another that has columns of the same names; 0 for a dropped column.
    public static List<Integer> columnsIn(TableDef to, TableDef from) {
        List<Integer> numbers = new ArrayList<>();
        for (ColumnDef column : from.columns()) {
            ColumnDef same = column.dropped() ? null : to.column(column.name());
            numbers.add(same == null ? 0 : same.number());
        }
        return numbers;
    }

    /// The expression over another table that has the columns it reads, by the names it knows them by.
    public static Expr translated(Expr expression, TableDef from, TableDef to) {
        return translated(expression, columnsIn(to, from));
    }

    private static Expr translated(Expr expression, List<Integer> numbers) {
        return expression instanceof Expr.Var variable && variable.levelsUp() == 0 && variable.attribute() > 0
                ? new Expr.Var(
                        variable.rangeTableIndex(),
                        numbers.get(variable.attribute() - 1),
                        0,
                        variable.type(),
                        variable.typmod(),
                        variable.collation(),
                        variable.origin())
                : expression.mapChildren(child -> translated(child, numbers));
    }

    /// An expression over a row of one table, over the row of another.
    ///
    /// @param numbers of the columns in the other table, as `columnsIn` gives them
    public static Expr overOtherRow(Expr expression, List<Integer> numbers) {
        return expression instanceof Expr.Slot slot
                ? new Expr.Slot(
                        numbers.get(slot.index()) - 1, slot.type(), slot.typmod(), slot.collation(), slot.origin())
                : expression.mapChildren(child -> overOtherRow(child, numbers));
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
