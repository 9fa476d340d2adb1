package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names of the range table of a query and of those around it: entries that would be called the same get numbers.
/// A column always has its table's name before it, as in PostgreSQL's views.
public final class QueryColumns implements Columns {
    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");
    private static final String DROPPED = "?dropped?column?";

    private final QueryColumns outer;
    /// What variables beyond the outermost query mean; null for nothing.
    private final Columns beyond;
    private final TableDef table;
    private final Query query;
    private final CatalogView catalog;
    private final RoutineParameters parameters;
    private final List<String> names = new ArrayList<>();
    private final ColumnAliases aliases;

    /// @param outer null for the outermost query
    /// @param table what variables beyond the outermost query are columns of; null for none
    /// @param catalog for the names of tables without an alias
    /// @param parameters of the routine whose body the query stands in
    QueryColumns(QueryColumns outer, TableDef table, Query query, CatalogView catalog, RoutineParameters parameters) {
        this(outer, null, table, query, catalog, parameters);
    }

    /// A query in an expression over `old` and `new`.
    QueryColumns(TriggerColumns rows, Query query, CatalogView catalog) {
        this(null, rows, null, query, catalog, RoutineParameters.NONE);
    }

    private QueryColumns(
            QueryColumns outer,
            Columns beyond,
            TableDef table,
            Query query,
            CatalogView catalog,
            RoutineParameters parameters) {
        this.outer = outer;
        this.beyond = beyond;
        this.table = table;
        this.query = query;
        this.catalog = catalog;
        this.parameters = parameters;
        Set<String> taken = new HashSet<>();
        if (table != null) {
            taken.add(table.name());
        }
        for (QueryColumns level = outer; level != null; level = level.outer) {
            taken.addAll(level.names);
        }
        for (RangeTableEntry entry : query.rangeTable()) {
            String name = name(entry);
            if (!name.isEmpty()) {
                String unique = name;
                for (int number = 1; !taken.add(unique); number++) {
                    unique = Names.numbered(name, number);
                }
                name = unique;
            }
            names.add(name);
        }
        this.aliases = new ColumnAliases(query, catalog);
    }

    ColumnAliases aliases() {
        return aliases;
    }

    private String name(RangeTableEntry entry) {
        return switch (entry) {
            case RangeTableEntry.Join join -> join.aliasWritten() ? join.name() : "";
            case RangeTableEntry.Relation relation
            when !relation.aliasWritten() -> {
                TableDef table = catalog.table(relation.table());
                yield table == null ? relation.name() : table.name();
            }
            case RangeTableEntry.Result _ -> "";
            default -> entry.name() == null ? "" : entry.name();
        };
    }

    Query query() {
        return query;
    }

    /// Of an entry, from 1; not quoted, empty when it has none.
    String entryName(int index) {
        return names.get(index - 1);
    }

    /// Null beyond the outermost query.
    QueryColumns level(int levelsUp) {
        QueryColumns level = this;
        for (int up = 0; up < levelsUp; up++) {
            level = level.outer;
        }
        return level;
    }

    /// The column that a plain variable is, without its table; null for anything else.
    String plainName(Expr expression) {
        if (!(expression instanceof Expr.Var variable) || variable.attribute() == 0) {
            return null;
        }
        if (variable.attribute() < 0) {
            return SYSTEM_COLUMNS.get(-variable.attribute() - 1);
        }
        QueryColumns level = level(variable.levelsUp());
        if (level == null) {
            return table.columns().get(variable.attribute() - 1).name();
        }
        RangeTableEntry entry = level.query.rangeTableEntry(variable.rangeTableIndex());
        if (entry instanceof RangeTableEntry.Join join && !join.aliasWritten()) {
            Expr source = join.aliasVariables().get(variable.attribute() - 1);
            if (source instanceof Expr.Var inner) {
                return plainName(inner.atLevel(variable.levelsUp()));
            }
        }
        String name = level.aliases.name(variable.rangeTableIndex(), variable.attribute());
        return name == null ? DROPPED : name;
    }

    @Override
    public String variable(Expr.Var variable) {
        QueryColumns level = level(variable.levelsUp());
        if (level == null && beyond != null) {
            return beyond.variable(variable);
        }
        if (level == null) {
            return withTable(table.name(), variable);
        }
        RangeTableEntry entry = level.query.rangeTableEntry(variable.rangeTableIndex());
        if (entry instanceof RangeTableEntry.Join join && !join.aliasWritten() && variable.attribute() > 0) {
            Expr source = join.aliasVariables().get(variable.attribute() - 1);
            if (source instanceof Expr.Var inner) {
                return variable(inner.atLevel(variable.levelsUp()));
            }
        }
        return withTable(level.entryName(variable.rangeTableIndex()), variable);
    }

    private String withTable(String name, Expr.Var variable) {
        if (variable.attribute() == 0) {
            return Quoting.identifier(name) + ".*";
        }
        String column = Quoting.identifier(plainName(variable));
        return name.isEmpty() ? column : Quoting.identifier(name) + "." + column;
    }

    /// A named parameter is told from a column by the routine's name, where there are columns at all.
    @Override
    public String parameter(Expr.Param parameter) {
        int index = parameter.number() - 1;
        if (index >= parameters.names().size() || parameters.names().get(index).isEmpty()) {
            return "$" + parameter.number();
        }
        String name = Quoting.identifier(parameters.names().get(index));
        for (QueryColumns level = this; level != null; level = level.outer) {
            if (!level.names.isEmpty()) {
                return Quoting.identifier(parameters.routine()) + "." + name;
            }
        }
        return name;
    }

    @Override
    public QueryColumns inside(Query inner) {
        return new QueryColumns(this, beyond, table, inner, catalog, parameters);
    }

    /// The WITH query that a reference means; null when it is a level that is not printed.
    CommonTable commonTable(RangeTableEntry.CteReference reference) {
        QueryColumns level = level(reference.levelsUp());
        return level == null
                ? null
                : level.query.commonTables().stream()
                        .filter(table -> table.name().equals(reference.cteName()))
                        .findFirst()
                        .orElse(null);
    }
}
