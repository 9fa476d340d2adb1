package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.definition.CheckConstraints;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignKeyConstraints;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.executor.definition.TableConstraints;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// ALTER TABLE's commands about constraints.
final class ConstraintChanges {
    private final Definition definition;
    private final int table;

    ConstraintChanges(Definition definition, int table) {
        this.definition = definition;
        this.table = table;
    }

    private TableDef table() {
        return definition.view().table(table);
    }

    void add(Constraint constraint) {
        if (table().kind() != 'r' && table().kind() != 'p' && table().kind() != 'f') {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "ALTER action ADD CONSTRAINT cannot be performed on relation \"%s\""
                                    .formatted(table().name()))
                    .detail(RelationKinds.notSupported(table().kind()));
        }
        if (constraint instanceof Constraint.Check check) {
            CheckConstraints checks = new CheckConstraints(definition);
            boolean valid = !check.attributes().notValid();
            int oid = checks.add(table, check, valid);
            if (valid) {
                checks.validate(definition.view().constraint(oid));
            }
        } else {
            new TableConstraints(definition).addAll(table, List.of(constraint), false);
        }
    }

    /// Null when there is none and that is allowed.
    private ConstraintDef find(String name, boolean missingAllowed) {
        for (ConstraintDef constraint : definition.view().constraints(table)) {
            if (constraint.name().equals(name)) {
                return constraint;
            }
        }
        String message = "constraint \"%s\" of relation \"%s\" does not exist".formatted(name, table().name());
        if (!missingAllowed) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, message);
        }
        definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
        return null;
    }

    void drop(String name, boolean ifExists, boolean cascade) {
        ConstraintDef constraint = find(name, ifExists);
        if (constraint != null) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(List.of(ObjectAddress.constraint(constraint.oid())), cascade);
        }
    }

    void validate(String name) {
        ConstraintDef constraint = find(name, false);
        if (constraint.validated()) {
            return;
        }
        switch (constraint.kind()) {
            case 'c' -> new CheckConstraints(definition).validate(constraint);
            case 'f' -> new ForeignKeyConstraints(definition).validate(constraint);
            default ->
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "constraint \"%s\" of relation \"%s\" is not a foreign key or check constraint"
                                .formatted(name, table().name()));
        }
        new Constraints(definition.writer()).update(constraint.oid(), Map.of("convalidated", true));
    }

    void alter(AlterTableStatement.AlterConstraint alter) {
        ConstraintDef constraint = find(alter.name(), false);
        if (constraint.kind() != 'f') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "constraint \"%s\" of relation \"%s\" is not a foreign key constraint"
                            .formatted(alter.name(), table().name()));
        }
        new Constraints(definition.writer())
                .update(
                        constraint.oid(),
                        Map.of("condeferrable", alter.deferrable(), "condeferred", alter.initiallyDeferred()));
    }
}
