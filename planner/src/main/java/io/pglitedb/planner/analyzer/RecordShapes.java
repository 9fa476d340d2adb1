package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.RECORD;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.ArrayList;
import java.util.List;

/// The fields of a row value: of a composite type by its definition, of a record by where it comes from. Source:
/// PostgreSQL's expandRecordVariable and get_expr_result_tupdesc.
final class RecordShapes {
    /// A query level as variables see it.
    private interface Level {
        RangeTableEntry entry(int index);

        /// Null when it has no finished WITH query of that name.
        Query commonTable(String name);

        /// Null outside of everything.
        Level parent();

        static Level of(ParseState state) {
            return state == null
                    ? null
                    : new Level() {
                        @Override
                        public RangeTableEntry entry(int index) {
                            return state.entry(index);
                        }

                        @Override
                        public Query commonTable(String name) {
                            return state.commonTables.stream()
                                    .filter(table -> table.name().equals(name))
                                    .findFirst()
                                    .map(table -> table.query)
                                    .orElse(null);
                        }

                        @Override
                        public Level parent() {
                            return of(state.parent());
                        }
                    };
        }

        static Level of(Query query, Level parent) {
            return new Level() {
                @Override
                public RangeTableEntry entry(int index) {
                    return query.rangeTableEntry(index);
                }

                @Override
                public Query commonTable(String name) {
                    return query.commonTables().stream()
                            .filter(table -> table.name().equals(name))
                            .findFirst()
                            .map(CommonTable::query)
                            .orElse(null);
                }

                @Override
                public Level parent() {
                    return parent;
                }
            };
        }

        default Level up(int levels) {
            Level level = this;
            for (int i = 0; i < levels; i++) {
                level = level.parent();
            }
            return level;
        }
    }

    private final TypeRules types;

    private RecordShapes(TypeRules types) {
        this.types = types;
    }

    /// Dropped columns keep their places; null when the fields are not known here.
    static List<ColumnInfo> columns(ParseState state, Expr row) {
        return new RecordShapes(state.types()).columns(row, Level.of(state));
    }

    private List<ColumnInfo> columns(Expr row, Level level) {
        if (types.isComposite(row.type())) {
            List<ColumnInfo> columns = new ArrayList<>();
            for (ColumnDef column : CompositeTypes.columns(types, row.type())) {
                columns.add(new ColumnInfo(
                        column.name(), column.type(), column.typmod(), column.collation(), column.dropped()));
            }
            return columns;
        }
        if (row.type() != RECORD) {
            return null;
        }
        return switch (row) {
            case Expr.RowConstructor constructor -> fields(constructor);
            case Expr.FunctionCall call -> OutParameters.columns(types, call);
            case Expr.Var variable -> variable(variable, level);
            default -> null;
        };
    }

    private static List<ColumnInfo> fields(Expr.RowConstructor row) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < row.fields().size(); i++) {
            columns.add(Coercion.column(row.names().get(i), row.fields().get(i)));
        }
        return columns;
    }

    private List<ColumnInfo> variable(Expr.Var variable, Level start) {
        Level level = start.up(variable.levelsUp());
        RangeTableEntry entry = level.entry(variable.rangeTableIndex());
        if (variable.attribute() == 0) {
            return entry.columns().stream().filter(column -> !column.dropped()).toList();
        }
        return switch (entry) {
            case RangeTableEntry.Subquery subquery -> column(subquery.query(), variable, level);
            case RangeTableEntry.Join join -> columns(join.aliasVariables().get(variable.attribute() - 1), level);
            case RangeTableEntry.CteReference reference -> {
                Level owner = level.up(reference.levelsUp());
                Query query = owner.commonTable(reference.cteName());
                yield query == null ? null : column(query, variable, owner);
            }
            default -> null;
        };
    }

    private List<ColumnInfo> column(Query query, Expr.Var variable, Level outer) {
        var targets = query.resultColumns();
        int index = variable.attribute() - 1;
        return index < targets.size() ? columns(targets.get(index).expression(), Level.of(query, outer)) : null;
    }
}
