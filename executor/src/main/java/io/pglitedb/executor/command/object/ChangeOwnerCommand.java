package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.OwnerChange;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.ObjectStatement.ChangeOwner;
import io.pglitedb.types.error.PgException;
import java.util.Set;

/// ALTER … OWNER TO of what is no relation.
final class ChangeOwnerCommand implements Command<ChangeOwner> {
    private static final Set<Integer> CLASSES = Set.of(
            ClassOid.SCHEMA,
            ClassOid.DATABASE,
            ClassOid.LANGUAGE,
            ClassOid.FUNCTION,
            ClassOid.TYPE,
            ClassOid.OPERATOR,
            ClassOid.COLLATION,
            ClassOid.LARGE_OBJECT);

    @Override
    public Class<ChangeOwner> statement() {
        return ChangeOwner.class;
    }

    @Override
    public String name(ChangeOwner statement) {
        return "ALTER " + statement.object().kind().name().replace('_', ' ');
    }

    @Override
    public Set<Trait> traits(ChangeOwner statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(ChangeOwner statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int owner = RoleNames.oid(definition, statement.owner());
        ObjectAddress object = new ObjectLookup(definition).require(statement.object());
        if (!CLASSES.contains(object.classOid())) {
            throw PgException.notSupported(name(statement) + " … OWNER TO");
        }
        OwnerChange change = new OwnerChange(definition);
        change.requireAllowed(object, namespace(object, definition), owner);
        change.run(object, owner);
        return name(statement);
    }

    /// 0 for what stands in no schema.
    private static int namespace(ObjectAddress object, Definition definition) {
        return switch (object.classOid()) {
            case ClassOid.FUNCTION -> definition.view().function(object.oid()).namespace();
            case ClassOid.TYPE -> definition.view().type(object.oid()).namespace();
            case ClassOid.OPERATOR -> definition.view().operator(object.oid()).namespace();
            case ClassOid.COLLATION -> definition.view().collation(object.oid()).namespace();
            default -> 0;
        };
    }
}
