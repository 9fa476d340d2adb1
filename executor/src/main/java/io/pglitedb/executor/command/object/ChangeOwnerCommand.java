package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.define.NamedObjects;
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
    /// Relations change hands by ALTER TABLE; of the others these have no owner.
    private static final Set<Integer> OWNERLESS =
            Set.of(ClassOid.RELATION, ClassOid.CAST, ClassOid.TEXT_SEARCH_PARSER, ClassOid.TEXT_SEARCH_TEMPLATE);

    @Override
    public Class<ChangeOwner> statement() {
        return ChangeOwner.class;
    }

    @Override
    public String name(ChangeOwner statement) {
        return "ALTER " + statement.object().kind().words();
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
        if (OWNERLESS.contains(object.classOid())) {
            throw PgException.notSupported(name(statement) + " … OWNER TO");
        }
        OwnerChange change = new OwnerChange(definition);
        if (!change.isOwner(object, owner)) {
            new AlteredObject(definition).requireOwner(object);
        }
        change.requireAllowed(object, new NamedObjects(definition.writer()).namespace(object), owner);
        change.run(object, owner);
        return name(statement);
    }
}
