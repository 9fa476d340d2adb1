package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.NamedObjects;
import io.pglitedb.catalog.define.SchemaMove;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Creation;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectStatement.SetSchema;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// ALTER … SET SCHEMA. Source of the rules: PostgreSQL's AlterObjectNamespace_internal and AlterTableNamespace.
final class SetSchemaCommand implements Command<SetSchema> {
    @Override
    public Class<SetSchema> statement() {
        return SetSchema.class;
    }

    @Override
    public String name(SetSchema statement) {
        return "ALTER " + statement.object().kind().words();
    }

    @Override
    public Set<Trait> traits(SetSchema statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(SetSchema statement, CommandCall call) {
        Definition definition = Definition.of(call);
        if (statement.ifExists() && MissingRelation.skipped(statement.object(), definition)) {
            return name(statement);
        }
        ObjectAddress object = new ObjectLookup(definition).require(statement.object());
        new AlteredObject(definition).requireOwner(object);
        int target = target(statement, definition);
        switch (object.classOid()) {
            case ClassOid.RELATION -> relation(statement, object.oid(), target, definition);
            case ClassOid.TYPE -> type(object.oid(), target, definition);
            default -> {
                int before = new NamedObjects(definition.writer()).namespace(object);
                if (before == 0) {
                    throw PgException.notSupported(name(statement) + " … SET SCHEMA");
                }
                requireMovable(before, target, definition);
                new NamedObjects(definition.writer()).move(object, target);
            }
        }
        return name(statement);
    }

    private static int target(SetSchema statement, Definition definition) {
        int target = definition.namespace(statement.schema());
        new Creation(definition).requireInSchema(definition.owner(), target);
        return target;
    }

    private static void requireMovable(int before, int target, Definition definition) {
        int temporary = definition.backend().sessionCatalog().temporarySchema();
        if (before != target && temporary != 0 && (before == temporary || target == temporary)) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "cannot move objects into or out of temporary schemas");
        }
    }

    private static void relation(SetSchema statement, int oid, int target, Definition definition) {
        TableDef relation = definition.view().table(oid);
        if (relation.kind() == 'i' || relation.kind() == 'I') {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "cannot change schema of index \"%s\"".formatted(relation.name()))
                    .hint("Change the schema of the table instead.");
        }
        if (relation.kind() == 'c') {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "cannot change schema of composite type \"%s\"".formatted(relation.name()))
                    .hint("Use ALTER TYPE instead.");
        }
        if (relation.kind() == 'S') {
            ObjectAddress owner = new Sequences(definition.writer()).owner(oid);
            if (owner != null) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED, "cannot move an owned sequence into another schema")
                        .detail("Sequence \"%s\" is linked to table \"%s\"."
                                .formatted(
                                        relation.name(),
                                        definition.view().table(owner.oid()).name()));
            }
        }
        requireMovable(relation.namespace(), target, definition);
        new SchemaMove(definition.writer(), target).relation(oid);
    }

    private static void type(int oid, int target, Definition definition) {
        TypeDef type = definition.view().type(oid);
        AlteredObject.requireOwnName(type, definition.view());
        requireMovable(type.namespace(), target, definition);
        new SchemaMove(definition.writer(), target).type(oid);
    }
}
