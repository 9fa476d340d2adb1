package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.AttachedNames;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Databases;
import io.pglitedb.catalog.define.NamedObjects;
import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Types;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Creation;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.role.RoleRename;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;
import java.util.Set;

/// ALTER … RENAME TO.
final class RenameCommand implements Command<Rename> {
    @Override
    public Class<Rename> statement() {
        return Rename.class;
    }

    @Override
    public String name(Rename statement) {
        return statement.object() instanceof ObjectReference.DomainConstraint
                ? "ALTER DOMAIN"
                : "ALTER " + statement.object().kind().words();
    }

    @Override
    public Set<Trait> traits(Rename statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(Rename statement, CommandCall call) {
        Definition definition = Definition.of(call);
        if (statement.ifExists() && MissingRelation.skipped(statement.object(), definition)) {
            return name(statement);
        }
        ObjectAddress object = new ObjectLookup(definition).require(statement.object());
        new AlteredObject(definition).requireOwner(object);
        String newName = statement.newName();
        switch (object.classOid()) {
            case ClassOid.RELATION -> relation(object.oid(), newName, definition);
            case ClassOid.SCHEMA -> schema(object.oid(), newName, definition);
            case ClassOid.TYPE -> type(object.oid(), newName, definition);
            case ClassOid.ROLE -> RoleRename.run(object.oid(), newName, definition);
            case ClassOid.DATABASE ->
                new Databases(definition.writer()).update(object.oid(), Map.of("datname", newName));
            case ClassOid.CONSTRAINT -> domainConstraint(object.oid(), newName, definition);
            case ClassOid.TRIGGER, ClassOid.RULE, ClassOid.POLICY ->
                new AttachedNames(definition.writer()).rename(object, newName);
            default -> {
                NamedObjects objects = new NamedObjects(definition.writer());
                int namespace = objects.namespace(object);
                if (namespace != 0) {
                    new Creation(definition).requireInSchema(definition.owner(), namespace);
                }
                objects.rename(object, newName);
            }
        }
        return name(statement);
    }

    private static void type(int oid, String newName, Definition definition) {
        TypeDef type = definition.view().type(oid);
        AlteredObject.requireOwnName(type, definition.view());
        if (type.relation() != 0) {
            new Relations(definition.writer()).rename(type.relation(), newName);
        } else {
            new Types(definition.writer()).rename(oid, newName);
        }
    }

    private static void domainConstraint(int oid, String newName, Definition definition) {
        int domain = definition.view().constraint(oid).domain();
        if (definition.view().domainConstraints(domain).stream()
                .anyMatch(other -> other.name().equals(newName))) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "constraint \"%s\" for domain %s already exists"
                            .formatted(newName, definition.view().formatType(domain)));
        }
        new Constraints(definition.writer()).update(oid, Map.of("conname", newName));
    }

    /// An index that enforces a constraint, and the constraint, keep one name.
    private static void relation(int oid, String newName, Definition definition) {
        TableDef relation = definition.view().table(oid);
        new Relations(definition.writer()).rename(oid, newName);
        if (relation.kind() == 'i') {
            int table = definition.view().index(oid).table();
            for (ConstraintDef constraint : definition.view().constraints(table)) {
                if (constraint.index() == oid && constraint.kind() != 'f') {
                    new Constraints(definition.writer()).update(constraint.oid(), Map.of("conname", newName));
                }
            }
        }
    }

    private static void schema(int oid, String newName, Definition definition) {
        if (definition.view().namespace(newName) != 0) {
            throw new PgException(SqlState.DUPLICATE_SCHEMA, "schema \"%s\" already exists".formatted(newName));
        }
        if (newName.startsWith("pg_")) {
            throw new PgException(SqlState.RESERVED_NAME, "unacceptable schema name \"%s\"".formatted(newName))
                    .detail("The prefix \"pg_\" is reserved for system schemas.");
        }
        Namespaces.update(definition.writer(), oid, Map.of("nspname", newName));
    }
}
