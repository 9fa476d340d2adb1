package io.pglitedb.executor.command.schema;

import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.executor.access.Creation;
import io.pglitedb.executor.access.OwnerChange;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.DatabaseStatement.CreateSchema;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// CREATE SCHEMA.
public final class CreateSchemaCommand implements Command<CreateSchema> {
    @Override
    public Class<CreateSchema> statement() {
        return CreateSchema.class;
    }

    @Override
    public String name(CreateSchema statement) {
        return "CREATE SCHEMA";
    }

    @Override
    public Set<Trait> traits(CreateSchema statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateSchema statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int owner = statement.owner() == null ? definition.owner() : RoleNames.oid(definition, statement.owner());
        String name = statement.name() != null
                ? statement.name()
                : definition.view().role(owner).name();
        new Creation(definition).requireInDatabase(Privilege.CREATE);
        new OwnerChange(definition).requireMember(owner);
        if (name.startsWith("pg_")) {
            throw new PgException(SqlState.RESERVED_NAME, "unacceptable schema name \"%s\"".formatted(name))
                    .detail("The prefix \"pg_\" is reserved for system schemas.");
        }
        if (statement.ifNotExists() && definition.view().namespace(name) != 0) {
            definition.noticeSkipped(
                    SqlState.DUPLICATE_SCHEMA, "schema \"%s\" already exists, skipping".formatted(name));
            return "CREATE SCHEMA";
        }
        Namespaces.create(definition.writer(), name, owner);
        if (!statement.elements().isEmpty()) {
            SchemaElements.requireWithin(name, statement.elements());
            SchemaElements.run(name, owner, statement.elements(), call);
        }
        return "CREATE SCHEMA";
    }
}
