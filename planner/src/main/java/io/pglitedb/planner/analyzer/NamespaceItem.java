package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.ArrayList;
import java.util.List;

/// A range table entry as names see it.
///
/// @param name what qualifies its columns
/// @param columnNames empty for dropped columns
/// @param variables what each column resolves to, at level 0
/// @param relationVisible its name can qualify
/// @param columnsVisible its columns can be named alone
/// @param lateralOnly seen by LATERAL siblings only
/// @param lateralOk false where the join kind forbids such a reference
/// @param unexpanded how many of the last columns a star does not mean
/// @param systemColumns whether ctid and the like can be named, when the entry is a table
record NamespaceItem(
        RangeTableEntry entry,
        int index,
        String name,
        List<String> columnNames,
        List<Expr.Var> variables,
        boolean relationVisible,
        boolean columnsVisible,
        boolean lateralOnly,
        boolean lateralOk,
        boolean systemColumns,
        int unexpanded) {

    static NamespaceItem of(RangeTableEntry entry, int index) {
        List<String> names = new ArrayList<>();
        List<Expr.Var> variables = new ArrayList<>();
        for (int i = 0; i < entry.columns().size(); i++) {
            ColumnInfo column = entry.columns().get(i);
            names.add(column.dropped() ? "" : column.name());
            variables.add(
                    new Expr.Var(index, i + 1, 0, column.type(), column.typmod(), column.collation(), Origin.NONE));
        }
        return new NamespaceItem(entry, index, entry.name(), names, variables, true, true, false, true, true, 0);
    }

    NamespaceItem visible(boolean relation, boolean columns) {
        return new NamespaceItem(
                entry,
                index,
                name,
                columnNames,
                variables,
                relation,
                columns,
                lateralOnly,
                lateralOk,
                systemColumns,
                unexpanded);
    }

    NamespaceItem lateral(boolean only, boolean ok) {
        return new NamespaceItem(
                entry,
                index,
                name,
                columnNames,
                variables,
                relationVisible,
                columnsVisible,
                only,
                ok,
                systemColumns,
                unexpanded);
    }

    /// Of a row that is not stored: ON CONFLICT's `excluded`.
    NamespaceItem withoutSystemColumns() {
        return new NamespaceItem(
                entry,
                index,
                name,
                columnNames,
                variables,
                relationVisible,
                columnsVisible,
                lateralOnly,
                lateralOk,
                false,
                unexpanded);
    }

    NamespaceItem withoutStarFor(int lastColumns) {
        return new NamespaceItem(
                entry,
                index,
                name,
                columnNames,
                variables,
                relationVisible,
                columnsVisible,
                lateralOnly,
                lateralOk,
                systemColumns,
                lastColumns);
    }

    /// What `USING (…) AS name` names: the merged columns of a join.
    NamespaceItem firstColumns(List<String> names, String newName) {
        return new NamespaceItem(
                entry,
                index,
                newName,
                List.copyOf(names),
                variables.subList(0, names.size()),
                true,
                false,
                false,
                true,
                false,
                0);
    }

    /// A reference to column `column` (from 0) from `levelsUp` queries further in.
    Expr.Var reference(int column, int levelsUp, int location) {
        Expr.Var v = variables.get(column);
        return new Expr.Var(
                v.rangeTableIndex(), v.attribute(), levelsUp, v.type(), v.typmod(), v.collation(), Origin.at(location));
    }
}
