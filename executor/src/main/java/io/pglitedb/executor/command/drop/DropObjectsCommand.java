package io.pglitedb.executor.command.drop;

import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.DropObjects;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// DROP of routines, operators and casts.
public final class DropObjectsCommand implements Command<DropObjects> {
    private static final Set<SqlState> ABSENT =
            EnumSet.of(SqlState.UNDEFINED_FUNCTION, SqlState.UNDEFINED_OBJECT, SqlState.INVALID_SCHEMA_NAME);

    @Override
    public Class<DropObjects> statement() {
        return DropObjects.class;
    }

    @Override
    public String name(DropObjects statement) {
        return "DROP " + statement.objects().getFirst().kind().words();
    }

    @Override
    public Set<Trait> traits(DropObjects statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(DropObjects statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<ObjectAddress> objects = new ArrayList<>();
        for (ObjectReference reference : statement.objects()) {
            try {
                objects.add(new ObjectLookup(definition).require(reference));
            } catch (PgException missing) {
                if (!statement.ifExists() || !ABSENT.contains(missing.state())) {
                    throw missing;
                }
                definition.noticeSkipped(
                        SqlState.SUCCESSFUL_COMPLETION, missing.report().message() + ", skipping");
            }
        }
        objects.forEach(new Ownership(definition)::requireOfOwned);
        if (!objects.isEmpty()) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(objects, statement.cascade());
        }
        return name(statement);
    }
}
