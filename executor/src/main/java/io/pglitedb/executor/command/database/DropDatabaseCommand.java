package io.pglitedb.executor.command.database;

import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.define.Databases;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DatabaseStatement.DropDatabase;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// DROP DATABASE. Source of the messages: PostgreSQL's dropdb.
public final class DropDatabaseCommand implements Command<DropDatabase> {
    @Override
    public Class<DropDatabase> statement() {
        return DropDatabase.class;
    }

    @Override
    public String name(DropDatabase statement) {
        return "DROP DATABASE";
    }

    @Override
    public Set<Trait> traits(DropDatabase statement) {
        return Set.of(Trait.WRITES, Trait.OUTSIDE_BLOCK);
    }

    @Override
    public String run(DropDatabase statement, CommandCall call) {
        Definition definition = Definition.of(call);
        DatabaseDef database = definition.view().database(statement.name());
        if (database == null) {
            String message = "database \"%s\" does not exist".formatted(statement.name());
            if (!statement.ifExists()) {
                throw new PgException(SqlState.UNDEFINED_DATABASE, message);
            }
            definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
            return "DROP DATABASE";
        }
        new Ownership(definition).require(ObjectAddress.of(ClassOid.DATABASE, database.oid()));
        if (database.oid() == definition.view().databaseOid()) {
            throw new PgException(SqlState.OBJECT_IN_USE, "cannot drop the currently open database");
        }
        if (database.template()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot drop a template database");
        }
        boolean force =
                statement.options().stream().anyMatch(option -> option.name().equals("force"));
        requireUnused(database, force, call);
        new Databases(definition.writer()).drop(database.oid());
        call.session().instance().catalogs().dropStorage(definition.writer().transaction(), database.oid());
        return "DROP DATABASE";
    }

    private static void requireUnused(DatabaseDef database, boolean force, CommandCall call) {
        var others = call.session().instance().registry().all().stream()
                .filter(session -> session.sessionCatalog().databaseOid() == database.oid())
                .toList();
        if (force) {
            others.forEach(session -> session.events().terminationRequested());
        } else if (!others.isEmpty()) {
            throw new PgException(
                            SqlState.OBJECT_IN_USE,
                            "database \"%s\" is being accessed by other users".formatted(database.name()))
                    .detail(
                            others.size() == 1
                                    ? "There is 1 other session using the database."
                                    : "There are %d other sessions using the database.".formatted(others.size()));
        }
    }
}
