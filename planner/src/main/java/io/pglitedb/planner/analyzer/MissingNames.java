package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// The errors for names that no scope has, with what the user may have meant. Source: PostgreSQL's errorMissingColumn
/// and errorMissingRTE.
final class MissingNames {
    private static final int DISTANCE_MAX = 3;

    private MissingNames() {}

    static PgException column(ParseState state, String relation, String column, int location) {
        PgException error = new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        relation == null
                                ? "column \"%s\" does not exist".formatted(column)
                                : "column %s.%s does not exist".formatted(relation, column))
                .at(location + 1);
        Search search = new Search(relation, column);
        for (ParseState level = state; level != null; level = level.parent()) {
            level.rangeTable.forEach(search::visit);
        }
        if (search.exact != null && search.exactCount == 1) {
            error.hint(
                    "There is a column named \"%s\" in table \"%s\", but it cannot be referenced from this part of the query."
                            .formatted(column, search.exact));
        } else if (search.exactCount == 0 && search.second != null) {
            error.hint("Perhaps you meant to reference the column \"%s\" or the column \"%s\"."
                    .formatted(search.first, search.second));
        } else if (search.exactCount == 0 && search.first != null) {
            error.hint("Perhaps you meant to reference the column \"%s\".".formatted(search.first));
        }
        return error;
    }

    /// Looks for near misses among all entries, visible or not.
    private static final class Search {
        private final String relation;
        private final String column;
        private String exact;
        private int exactCount;
        private String first;
        private String second;
        private int distance = DISTANCE_MAX + 1;
        private boolean tooMany;

        Search(String relation, String column) {
            this.relation = relation;
            this.column = column;
        }

        void visit(RangeTableEntry entry) {
            if (entry instanceof RangeTableEntry.Join) {
                return;
            }
            int aliasDistance = relation == null ? 0 : Levenshtein.distance(relation, entry.name());
            for (ColumnInfo candidate : entry.columns()) {
                if (candidate.dropped()) {
                    continue;
                }
                if (candidate.name().equals(column) && aliasDistance == 0) {
                    exact = entry.name();
                    exactCount++;
                    continue;
                }
                int columnDistance = Levenshtein.distance(column, candidate.name());
                if (columnDistance > column.length() / 2) {
                    continue;
                }
                consider(entry.name() + "." + candidate.name(), columnDistance + aliasDistance);
            }
        }

        private void consider(String name, int found) {
            if (found > DISTANCE_MAX) {
                return;
            }
            if (found < distance) {
                distance = found;
                first = name;
                second = null;
                tooMany = false;
            } else if (found == distance && !tooMany) {
                if (second != null) {
                    // Three guesses help nobody.
                    tooMany = true;
                    first = null;
                    second = null;
                } else if (first != null) {
                    second = name;
                }
            }
        }
    }

    static PgException relation(ParseState state, String schema, String name, int location) {
        ParseState level = state;
        while (level != null) {
            for (RangeTableEntry entry : level.rangeTable) {
                boolean named = entry.name().equals(name) && !(entry instanceof RangeTableEntry.Join);
                boolean hidden = schema == null && isTable(state, entry, name);
                if (!named && !hidden) {
                    continue;
                }
                PgException error = new PgException(
                                SqlState.UNDEFINED_TABLE,
                                "invalid reference to FROM-clause entry for table \"%s\"".formatted(name))
                        .at(location + 1);
                if (!named) {
                    return error.hint("Perhaps you meant to reference the table alias \"%s\".".formatted(entry.name()));
                }
                return error.hint(
                        "There is an entry for table \"%s\", but it cannot be referenced from this part of the query."
                                .formatted(entry.name()));
            }
            level = level.parent();
        }
        return new PgException(SqlState.UNDEFINED_TABLE, "missing FROM-clause entry for table \"%s\"".formatted(name))
                .at(location + 1);
    }

    private static boolean isTable(ParseState state, RangeTableEntry entry, String name) {
        if (!(entry instanceof RangeTableEntry.Relation relation) || !relation.aliasWritten()) {
            return false;
        }
        TableDef table = state.catalog().table(relation.table());
        return table != null && table.name().equals(name);
    }
}
