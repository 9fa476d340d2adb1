package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ObjectStatement.DropTypes;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// DROP TYPE and DROP DOMAIN.
final class DropTypesCommand implements Command<DropTypes> {
    @Override
    public Class<DropTypes> statement() {
        return DropTypes.class;
    }

    @Override
    public String name(DropTypes statement) {
        return statement.domain() ? "DROP DOMAIN" : "DROP TYPE";
    }

    @Override
    public Set<Trait> traits(DropTypes statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(DropTypes statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<ObjectAddress> objects = new ArrayList<>();
        for (TypeName name : statement.types()) {
            int oid = find(name, statement.ifExists(), definition);
            if (oid != 0) {
                if (statement.domain() && definition.view().type(oid).kind() != 'd') {
                    throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "\"%s\" is not a domain".formatted(definition.view().formatType(oid)));
                }
                new Ownership(definition)
                        .requireToDrop(
                                ObjectAddress.type(oid),
                                definition.view().type(oid).namespace());
                objects.add(ObjectAddress.type(oid));
            }
        }
        if (!objects.isEmpty()) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(objects, statement.cascade());
        }
        return name(statement);
    }

    /// 0 when it is missing and may be.
    private static int find(TypeName name, boolean ifExists, Definition definition) {
        try {
            return definition.analysis().type(name.withoutLocation()).oid();
        } catch (PgException missing) {
            boolean absent =
                    missing.state() == SqlState.UNDEFINED_OBJECT || missing.state() == SqlState.INVALID_SCHEMA_NAME;
            if (!ifExists || !absent) {
                throw missing;
            }
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION, missing.report().message() + ", skipping");
            return 0;
        }
    }
}
