package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement.Truncate;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// TRUNCATE: tables get new, empty storage. Source of the messages: PostgreSQL's ExecuteTruncate and
/// heap_truncate_check_FKs.
public final class TruncateCommand implements Command<Truncate> {
    @Override
    public Class<Truncate> statement() {
        return Truncate.class;
    }

    @Override
    public String name(Truncate statement) {
        return "TRUNCATE TABLE";
    }

    @Override
    public Set<Trait> traits(Truncate statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(Truncate statement, CommandCall call) {
        Definition definition = Definition.of(call);
        Map<Integer, TableDef> tables = new LinkedHashMap<>();
        for (RangeVar name : statement.relations()) {
            addFamily(definition.relation(name, LockMode.ACCESS_EXCLUSIVE), name.inherit(), definition, tables);
        }
        if (statement.cascade()) {
            addReferencing(definition, tables);
        } else {
            requireUnreferenced(definition.view(), tables);
        }
        List<StatementTriggers> triggers = new ArrayList<>();
        for (TableDef table : tables.values()) {
            triggers.add(StatementTriggers.of(table, definition.view(), definition.session()));
        }
        triggers.forEach(each -> each.before(Event.TRUNCATE, null));
        Relations relations = new Relations(definition.writer());
        for (TableDef table : tables.values()) {
            if (statement.restartIdentity()) {
                restart(table, definition, relations);
            }
            if (table.storage() != 0) {
                relations.replaceStorage(table.oid());
                for (IndexDef index : definition.view().indexes(table.oid())) {
                    relations.replaceStorage(index.oid());
                }
            }
        }
        triggers.forEach(each -> each.after(definition.backend().block().deferral(), Event.TRUNCATE, null));
        return "TRUNCATE TABLE";
    }

    private static void addFamily(
            TableDef table, boolean inherit, Definition definition, Map<Integer, TableDef> tables) {
        if (table.kind() != 'r' && table.kind() != 'p') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a table".formatted(table.name()));
        }
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        new StatementAccess(definition.view(), definition.backend().identity().currentUser())
                .requireAny(table, Privilege.TRUNCATE.bit());
        tables.putIfAbsent(table.oid(), table);
        if (inherit) {
            for (int child : definition.view().children(table.oid())) {
                definition.lock(child, LockMode.ACCESS_EXCLUSIVE);
                addFamily(definition.view().table(child), true, definition, tables);
            }
        }
    }

    private static void addReferencing(Definition definition, Map<Integer, TableDef> tables) {
        List<TableDef> queue = new ArrayList<>(tables.values());
        while (!queue.isEmpty()) {
            TableDef table = queue.removeFirst();
            for (ConstraintDef key : definition.view().referencingConstraints(table.oid())) {
                if (!tables.containsKey(key.table())) {
                    definition.lock(key.table(), LockMode.ACCESS_EXCLUSIVE);
                    TableDef other = definition.view().table(key.table());
                    definition.notice("truncate cascades to table \"%s\"".formatted(other.name()));
                    tables.put(other.oid(), other);
                    queue.add(other);
                }
            }
        }
    }

    private static void requireUnreferenced(CatalogView view, Map<Integer, TableDef> tables) {
        for (TableDef table : tables.values()) {
            for (ConstraintDef key : view.referencingConstraints(table.oid())) {
                if (!tables.containsKey(key.table())) {
                    String other = view.table(key.table()).name();
                    throw new PgException(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "cannot truncate a table referenced in a foreign key constraint")
                            .detail("Table \"%s\" references \"%s\".".formatted(other, table.name()))
                            .hint("Truncate table \"%s\" at the same time, or use TRUNCATE ... CASCADE."
                                    .formatted(other));
                }
            }
        }
    }

    /// Sequences that the table's columns own start anew; with a rollback they go on.
    private static void restart(TableDef table, Definition definition, Relations relations) {
        Sequences sequences = new Sequences(definition.writer());
        for (ColumnDef column : table.columns()) {
            sequences.ownedBy(table.oid(), column.number()).forEach(relations::replaceStorage);
        }
    }
}
