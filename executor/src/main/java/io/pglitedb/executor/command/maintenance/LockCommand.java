package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement.Lock;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// LOCK TABLE.
final class LockCommand implements Command<Lock> {
    @Override
    public Class<Lock> statement() {
        return Lock.class;
    }

    @Override
    public String name(Lock lock) {
        return "LOCK TABLE";
    }

    @Override
    public Set<Trait> traits(Lock lock) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(Lock lock, CommandCall call) {
        Backend session = call.session();
        session.block().requireBlock("LOCK TABLE");
        LockMode mode = LockMode.valueOf(lock.mode().name());
        for (RangeVar name : lock.relations()) {
            CommandAnalysis analysis = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none());
            lock(session, analysis.relation(name), name.inherit(), mode, lock.nowait());
        }
        return "LOCK TABLE";
    }

    private static void lock(Backend session, TableDef table, boolean inherit, LockMode mode, boolean nowait) {
        if (!Set.of('r', 'p', 'v').contains(table.kind())) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot lock relation \"%s\"".formatted(table.name()))
                    .detail(RelationKinds.notSupported(table.kind()));
        }
        LockTag tag = new LockTag.Relation(session.sessionCatalog().databaseOid(), table.oid());
        session.block().transaction();
        if (!nowait) {
            session.instance().store().locks().lock(session.locks(), tag, mode, Scope.TRANSACTION);
        } else if (!session.instance().store().locks().tryLock(session.locks(), tag, mode, Scope.TRANSACTION)) {
            throw new PgException(
                    SqlState.LOCK_NOT_AVAILABLE, "could not obtain lock on relation \"%s\"".formatted(table.name()));
        }
        if (inherit) {
            CatalogView catalog = session.catalog();
            for (int child : catalog.children(table.oid())) {
                lock(session, catalog.table(child), true, mode, nowait);
            }
        }
    }
}
