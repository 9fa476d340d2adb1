package io.pglitedb.executor.command.drop;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// DROP of relations and schemas. Source of the messages: PostgreSQL's DropErrorMsgNonExistent and dropcmds.c.
public final class DropCommand implements Command<ObjectStatement.Drop> {
    @Override
    public Class<ObjectStatement.Drop> statement() {
        return ObjectStatement.Drop.class;
    }

    @Override
    public String name(ObjectStatement.Drop statement) {
        return "DROP " + statement.kind().words();
    }

    @Override
    public Set<Trait> traits(ObjectStatement.Drop statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(ObjectStatement.Drop statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<ObjectAddress> objects = new ArrayList<>();
        for (List<String> name : statement.names()) {
            ObjectAddress found = find(statement, name, definition);
            if (found != null) {
                objects.add(found);
            }
        }
        if (!objects.isEmpty()) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(objects, statement.cascade());
        }
        return name(statement);
    }

    /// Null when it is missing and may be.
    private ObjectAddress find(ObjectStatement.Drop statement, List<String> name, Definition definition) {
        return switch (statement.kind()) {
            case TABLE, SEQUENCE, VIEW, MATERIALIZED_VIEW, INDEX, FOREIGN_TABLE ->
                relation(statement, RelationKind.of(statement.kind()), name, definition);
            case SCHEMA -> schema(statement, name.getFirst(), definition);
            default -> named(statement, name, definition);
        };
    }

    private static ObjectAddress named(ObjectStatement.Drop statement, List<String> name, Definition definition) {
        try {
            return new ObjectLookup(definition).require(new ObjectReference.Named(statement.kind(), name));
        } catch (PgException missing) {
            SqlState state = missing.state();
            if (state != SqlState.UNDEFINED_OBJECT && state != SqlState.INVALID_SCHEMA_NAME) {
                throw missing;
            }
            return missing(statement, state, missing.report().message(), definition);
        }
    }

    private static ObjectAddress schema(ObjectStatement.Drop statement, String name, Definition definition) {
        int oid = definition.view().namespace(name);
        if (oid == 0) {
            String message = "schema \"%s\" does not exist".formatted(name);
            if (!statement.ifExists()) {
                throw new PgException(SqlState.INVALID_SCHEMA_NAME, message);
            }
            definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
            return null;
        }
        new Ownership(definition).require(ObjectAddress.schema(oid));
        return ObjectAddress.schema(oid);
    }

    private static ObjectAddress relation(
            ObjectStatement.Drop statement, RelationKind kind, List<String> name, Definition definition) {
        String bare = name.getLast();
        String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
        if (schema != null && definition.view().namespace(schema) == 0) {
            return missing(
                    statement,
                    SqlState.INVALID_SCHEMA_NAME,
                    "schema \"%s\" does not exist".formatted(schema),
                    definition);
        }
        TableDef table = definition.find(schema, bare);
        if (table == null) {
            return missing(
                    statement,
                    kind.missingState(),
                    "%s \"%s\" does not exist".formatted(kind.words(), bare),
                    definition);
        }
        if (!kind.accepts(table.kind())) {
            throw kind.wrongKind(table);
        }
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        new Ownership(definition).requireToDrop(ObjectAddress.relation(table.oid()), table.namespace());
        definition.lock(table.oid(), LockMode.ACCESS_EXCLUSIVE);
        return ObjectAddress.relation(table.oid());
    }

    private static ObjectAddress missing(
            ObjectStatement.Drop statement, SqlState state, String message, Definition definition) {
        if (!statement.ifExists()) {
            throw new PgException(state, message);
        }
        definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
        return null;
    }
}
