package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ObjectStatement.RenameConstraint;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// ALTER TABLE … RENAME CONSTRAINT.
final class RenameConstraintCommand implements Command<RenameConstraint> {
    @Override
    public Class<RenameConstraint> statement() {
        return RenameConstraint.class;
    }

    @Override
    public String name(RenameConstraint statement) {
        return "ALTER TABLE";
    }

    @Override
    public Set<Trait> traits(RenameConstraint statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RenameConstraint statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var name = statement.relation();
        if (statement.ifExists() && MissingRelation.skipped(name, definition)) {
            return "ALTER TABLE";
        }
        TableDef table = definition.relation(name, LockMode.ACCESS_EXCLUSIVE);
        new Ownership(definition).require(table);
        List<ConstraintDef> constraints = definition.view().constraints(table.oid());
        ConstraintDef found = constraints.stream()
                .filter(constraint -> constraint.name().equals(statement.constraint()))
                .findFirst()
                .orElseThrow(() -> new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \"%s\" for table \"%s\" does not exist"
                                .formatted(statement.constraint(), table.name())));
        if (constraints.stream().anyMatch(other -> other.name().equals(statement.newName()))) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "constraint \"%s\" for relation \"%s\" already exists"
                            .formatted(statement.newName(), table.name()));
        }
        if (found.kind() != 'f' && found.index() != 0) {
            new Relations(definition.writer()).rename(found.index(), statement.newName());
        }
        new Constraints(definition.writer()).update(found.oid(), Map.of("conname", statement.newName()));
        return "ALTER TABLE";
    }
}
