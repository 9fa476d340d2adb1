package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// DEFAULT inside the rows of `INSERT … VALUES (…), (…)`.
public final class InsertedValues {
    private InsertedValues() {}

    /// The same query with each DEFAULT replaced by what the column gets; the query itself when there is none.
    public static Query fill(Query query, TableDef table, ColumnDefaults defaults) {
        List<RangeTableEntry> entries = new ArrayList<>(query.rangeTable());
        List<TargetEntry> targets = new ArrayList<>(query.targets());
        boolean changed = false;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof RangeTableEntry.Values values && hasDefault(values)) {
                entries.set(i, filled(values, i + 1, targets, table, defaults, query.overriding()));
                changed = true;
            }
        }
        return changed ? query.toBuilder().rangeTable(entries).targets(targets).build() : query;
    }

    private static boolean hasDefault(RangeTableEntry.Values values) {
        return values.rows().stream()
                .anyMatch(row -> row.stream().anyMatch(value -> value instanceof Expr.SetToDefault));
    }

    private static RangeTableEntry.Values filled(
            RangeTableEntry.Values values,
            int index,
            List<TargetEntry> targets,
            TableDef table,
            ColumnDefaults defaults,
            Query.Overriding overriding) {
        ColumnDef[] columns = new ColumnDef[values.columns().size()];
        for (int i = 0; i < targets.size(); i++) {
            TargetEntry target = targets.get(i);
            if (target.expression() instanceof Expr.Var variable && variable.rangeTableIndex() == index) {
                ColumnDef column = table.columns().get(target.number() - 1);
                columns[variable.attribute() - 1] = column;
                if (allDefault(values, variable.attribute() - 1)) {
                    targets.set(
                            i,
                            target.withExpression(new Expr.SetToDefault(
                                    variable.type(), variable.typmod(), variable.collation(), variable.origin())));
                }
            }
        }
        List<List<Expr>> rows = new ArrayList<>();
        for (List<Expr> row : values.rows()) {
            List<Expr> newRow = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                newRow.add(
                        row.get(column) instanceof Expr.SetToDefault && columns[column] != null
                                ? defaults.inserted(columns[column], row.get(column), overriding)
                                : row.get(column));
            }
            rows.add(List.copyOf(newRow));
        }
        return new RangeTableEntry.Values(
                values.name(), values.aliasWritten(), values.columns(), rows, values.lateral());
    }

    /// A column that is DEFAULT in every row is as good as not set: GENERATED ALWAYS allows it.
    private static boolean allDefault(RangeTableEntry.Values values, int column) {
        return values.rows().stream().allMatch(row -> row.get(column) instanceof Expr.SetToDefault);
    }
}
