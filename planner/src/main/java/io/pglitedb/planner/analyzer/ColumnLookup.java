package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds columns and relations by name in the scopes. Source: PostgreSQL's parse_relation.c.
final class ColumnLookup {
    private record SystemColumn(int attribute, int type) {}

    private static final Map<String, SystemColumn> SYSTEM_COLUMNS = Map.of(
            "ctid", new SystemColumn(-1, TID),
            "xmin", new SystemColumn(-2, XID),
            "cmin", new SystemColumn(-3, CID),
            "xmax", new SystemColumn(-4, XID),
            "cmax", new SystemColumn(-5, CID),
            "tableoid", new SystemColumn(-6, OID));

    /// @param attribute negative
    static String systemColumn(int attribute) {
        return SYSTEM_COLUMNS.entrySet().stream()
                .filter(column -> column.getValue().attribute() == attribute)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    static boolean isSystemColumn(String name) {
        return SYSTEM_COLUMNS.containsKey(name);
    }

    record Found(NamespaceItem item, int levelsUp) {}

    private ColumnLookup() {}

    /// An unqualified column; null when no scope has it.
    static Expr column(ParseState start, String name, boolean localOnly, int location) {
        ParseState state = start;
        int levelsUp = 0;
        while (state != null) {
            Expr result = null;
            for (NamespaceItem item : state.namespace) {
                if (!item.columnsVisible() || item.lateralOnly() && !state.lateralActive) {
                    continue;
                }
                Expr found = in(start, item, levelsUp, name, location);
                if (found != null) {
                    if (result != null) {
                        throw ambiguous(name, location);
                    }
                    checkLateral(state, item, location);
                    result = found;
                }
            }
            if (result != null || localOnly) {
                return result;
            }
            state = state.parent();
            levelsUp++;
        }
        return null;
    }

    /// The column of one item; null when it has none.
    static Expr in(ParseState state, NamespaceItem item, int levelsUp, String name, int location) {
        int match = -1;
        for (int i = 0; i < item.columnNames().size(); i++) {
            if (item.columnNames().get(i).equals(name) && !name.isEmpty()) {
                if (match >= 0) {
                    throw ambiguous(name, location);
                }
                match = i;
            }
        }
        if (match >= 0) {
            return item.reference(match, levelsUp, location);
        }
        if (item.systemColumns() && item.entry() instanceof RangeTableEntry.Relation relation) {
            SystemColumn system = SYSTEM_COLUMNS.get(name);
            if (system != null && hasSystemColumns(state, relation)) {
                if (state.kind == ExprKind.CHECK_CONSTRAINT && system.attribute() != -6) {
                    throw new PgException(
                                    SqlState.INVALID_COLUMN_REFERENCE,
                                    "system column \"%s\" reference in check constraint is invalid".formatted(name))
                            .at(location + 1);
                }
                if (state.kind == ExprKind.MERGE_WHEN && system.attribute() != -6) {
                    throw new PgException(
                                    SqlState.INVALID_COLUMN_REFERENCE,
                                    "cannot use system column \"%s\" in MERGE WHEN condition".formatted(name))
                            .at(location + 1);
                }
                if (state.kind == ExprKind.GENERATED_COLUMN && system.attribute() != -6) {
                    throw new PgException(
                                    SqlState.INVALID_COLUMN_REFERENCE,
                                    "cannot use system column \"%s\" in column generation expression".formatted(name))
                            .at(location + 1);
                }
                return new Expr.Var(
                        item.index(), system.attribute(), levelsUp, system.type(), -1, NONE, Origin.at(location));
            }
        }
        return null;
    }

    private static boolean hasSystemColumns(ParseState state, RangeTableEntry.Relation relation) {
        TableDef table = state.table(relation.table());
        return table != null && table.kind() != 'v' && table.kind() != 'c';
    }

    private static PgException ambiguous(String name, int location) {
        return new PgException(SqlState.AMBIGUOUS_COLUMN, "column reference \"%s\" is ambiguous".formatted(name))
                .at(location + 1);
    }

    /// @param owner the level that has the item
    private static void checkLateral(ParseState owner, NamespaceItem item, int location) {
        if (!item.lateralOnly() || item.lateralOk()) {
            return;
        }
        PgException error = new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "invalid reference to FROM-clause entry for table \"%s\"".formatted(item.name()))
                .at(location + 1);
        throw owner.target != null && owner.target.index() == item.index()
                ? error.hint(
                        "There is an entry for table \"%s\", but it cannot be referenced from this part of the query."
                                .formatted(item.name()))
                : error.detail("The combining JOIN type must be INNER or LEFT for a LATERAL reference.");
    }

    /// An item by name; `schema` null when not written; null when no scope has it.
    static Found relation(ParseState start, String schema, String name, int location) {
        int table = 0;
        if (schema != null) {
            TableDef found = Relations.find(start, schema, name);
            if (found == null) {
                return null;
            }
            table = found.oid();
        }
        ParseState state = start;
        int levelsUp = 0;
        while (state != null) {
            NamespaceItem result = null;
            for (NamespaceItem item : state.namespace) {
                if (!item.relationVisible() || item.lateralOnly() && !state.lateralActive) {
                    continue;
                }
                boolean matches = schema == null
                        ? name.equals(item.name())
                        : item.entry() instanceof RangeTableEntry.Relation relation
                                && relation.table() == table
                                && !relation.aliasWritten();
                if (matches) {
                    if (result != null) {
                        throw new PgException(
                                        SqlState.AMBIGUOUS_ALIAS,
                                        schema == null
                                                ? "table reference \"%s\" is ambiguous".formatted(name)
                                                : "table reference %d is ambiguous"
                                                        .formatted(Integer.toUnsignedLong(table)))
                                .at(location + 1);
                    }
                    checkLateral(state, item, location);
                    result = item;
                }
            }
            if (result != null) {
                return new Found(result, levelsUp);
            }
            state = state.parent();
            levelsUp++;
        }
        return null;
    }

    /// The whole row of an item.
    static Expr wholeRow(ParseState state, NamespaceItem item, int levelsUp, int location) {
        if (item.columnNames().size() < item.entry().columns().size()) {
            List<Expr> fields = new ArrayList<>();
            for (int i = 0; i < item.columnNames().size(); i++) {
                fields.add(item.reference(i, levelsUp, location));
            }
            return new Expr.RowConstructor(fields, item.columnNames(), RECORD, Origin.at(location));
        }
        int type = RECORD;
        if (item.entry() instanceof RangeTableEntry.Relation relation) {
            TableDef table = state.table(relation.table());
            type = table.rowType() == NONE ? RECORD : table.rowType();
        } else if (item.entry() instanceof RangeTableEntry.Functions functions
                && functions.functions().size() == 1
                && !functions.ordinality()) {
            int returned = functions.functions().getFirst().call().type();
            if (state.types().isRowType(returned)) {
                type = returned;
            } else if (functions.functions().getFirst().columns().isEmpty() && returned != VOID) {
                // A function of a scalar type: the row is the value.
                ColumnInfo column = functions.columns().getFirst();
                return new Expr.Var(
                        item.index(),
                        1,
                        levelsUp,
                        column.type(),
                        column.typmod(),
                        column.collation(),
                        Origin.at(location));
            }
        }
        return new Expr.Var(item.index(), 0, levelsUp, type, -1, NONE, Origin.at(location));
    }

    static void checkUnique(List<NamespaceItem> left, List<NamespaceItem> right) {
        for (NamespaceItem first : left) {
            if (!first.relationVisible()) {
                continue;
            }
            for (NamespaceItem second : right) {
                if (!second.relationVisible() || !first.name().equals(second.name())) {
                    continue;
                }
                // Two tables of one name from different schemas do not clash.
                if (first.entry() instanceof RangeTableEntry.Relation a
                        && second.entry() instanceof RangeTableEntry.Relation b
                        && !a.aliasWritten()
                        && !b.aliasWritten()
                        && a.table() != b.table()) {
                    continue;
                }
                throw new PgException(
                        SqlState.DUPLICATE_ALIAS, "table name \"%s\" specified more than once".formatted(first.name()));
            }
        }
    }
}
