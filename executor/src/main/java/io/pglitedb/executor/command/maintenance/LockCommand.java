package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.StatementAccess;
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
import io.pglitedb.types.access.Privilege;
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

    /// Source: PostgreSQL 15, `LockTableAclCheck`.
    private static void requireRight(Backend session, TableDef table, LockMode mode) {
        int changes = Privilege.bits(Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);
        int rights = switch (mode) {
            case ACCESS_SHARE -> Privilege.SELECT.bit();
            case ROW_EXCLUSIVE -> changes | Privilege.INSERT.bit();
            default -> changes;
        };
        new StatementAccess(session.catalog(), session.identity().currentUser()).requireAny(table, rights);
    }

    private static void lock(Backend session, TableDef table, boolean inherit, LockMode mode, boolean nowait) {
        if (!Set.of('r', 'p', 'v').contains(table.kind())) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot lock relation \"%s\"".formatted(table.name()))
                    .detail(RelationKinds.notSupported(table.kind()));
        }
        requireRight(session, table, mode);
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
