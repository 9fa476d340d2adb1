package io.pglitedb.executor.command.replication;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedTable;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables that a statement about a publication names, and the tables that inherit from them. Source:
/// PostgreSQL 15, `OpenTableList`.
final class PublishedTables {
    /// @param columns empty for all
    /// @param where null for all rows
    record Entry(TableDef table, List<String> columns, AstExpr where) {}

    private final Definition definition;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();

    private PublishedTables(Definition definition) {
        this.definition = definition;
    }

    /// Locked; each once.
    static List<Entry> open(List<PublishedTable> named, Definition definition) {
        PublishedTables tables = new PublishedTables(definition);
        named.forEach(tables::open);
        return new ArrayList<>(tables.entries.values());
    }

    private void open(PublishedTable named) {
        TableDef table = definition.relation(named.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        Entry before = entries.get(table.oid());
        if (before != null) {
            requireSame(before, named, table);
            return;
        }
        entries.put(table.oid(), new Entry(table, named.columns(), named.where()));
        if (!named.relation().inherit() || table.kind() == 'p') {
            return;
        }
        for (TableDef child : new Descendants(definition, LockMode.SHARE_UPDATE_EXCLUSIVE).all(table.oid())) {
            Entry other = entries.get(child.oid());
            if (other != null) {
                requireSame(other, named, child);
            } else {
                entries.put(child.oid(), new Entry(child, named.columns(), named.where()));
            }
        }
    }

    private static void requireSame(Entry before, PublishedTable named, TableDef table) {
        if (before.where() != null || named.where() != null) {
            throw redundant("WHERE clauses", table);
        }
        if (!before.columns().isEmpty() || !named.columns().isEmpty()) {
            throw redundant("column lists", table);
        }
    }

    private static PgException redundant(String what, TableDef table) {
        return new PgException(
                SqlState.DUPLICATE_OBJECT,
                "conflicting or redundant %s for table \"%s\"".formatted(what, table.name()));
    }
}
