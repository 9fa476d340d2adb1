package io.pglitedb.executor.command.drop;

import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.DropOnRelation;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// DROP POLICY, RULE and TRIGGER.
public final class DropOnRelationCommand implements Command<DropOnRelation> {
    @Override
    public Class<DropOnRelation> statement() {
        return DropOnRelation.class;
    }

    @Override
    public String name(DropOnRelation statement) {
        return "DROP " + statement.kind();
    }

    @Override
    public Set<Trait> traits(DropOnRelation statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(DropOnRelation statement, CommandCall call) {
        Definition definition = Definition.of(call);
        ObjectAddress object;
        try {
            object = new ObjectLookup(definition)
                    .require(new ObjectReference.OnRelation(statement.kind(), statement.name(), statement.relation()));
        } catch (PgException missing) {
            if (!statement.ifExists()) {
                throw missing;
            }
            definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, skipped(statement, missing));
            return name(statement);
        }
        new Ownership(definition).requireOfOwned(object);
        new Drop(definition.writer(), definition.view(), definition.session()::report)
                .run(List.of(object), statement.cascade());
        return name(statement);
    }

    private static String skipped(DropOnRelation statement, PgException missing) {
        return switch (missing.state()) {
            case UNDEFINED_TABLE, INVALID_SCHEMA_NAME -> missing.report().message() + ", skipping";
            case UNDEFINED_OBJECT ->
                "%s \"%s\" for relation \"%s\" does not exist, skipping"
                        .formatted(
                                statement.kind().name().toLowerCase(Locale.ROOT),
                                statement.name(),
                                statement.relation().getLast());
            default -> throw missing;
        };
    }
}
