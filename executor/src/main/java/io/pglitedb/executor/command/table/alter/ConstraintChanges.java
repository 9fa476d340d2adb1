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
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// ALTER TABLE's commands about constraints.
final class ConstraintChanges {
    private final Definition definition;
    private final int table;
    private final boolean only;

    /// @param only whether tables that inherit are left alone
    ConstraintChanges(Definition definition, int table, boolean only) {
        this.definition = definition;
        this.table = table;
        this.only = only;
    }

    private TableDef table() {
        return definition.view().table(table);
    }

    private List<TableDef> children(int parent) {
        return new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).children(parent);
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
            addCheck(table(), check, false);
        } else {
            new TableConstraints(definition).addAll(table, List.of(constraint), false, only);
        }
    }

    private void addCheck(TableDef to, Constraint.Check check, boolean inherited) {
        CheckConstraints checks = new CheckConstraints(definition);
        boolean valid = !check.attributes().notValid();
        int oid = checks.add(to.oid(), check, valid, inherited);
        if (oid == 0) {
            return; // merged: whoever inherits has it already
        }
        ConstraintDef made = definition.view().constraint(oid);
        if (valid) {
            checks.validate(made);
        }
        List<TableDef> children = check.noInherit() ? List.of() : children(to.oid());
        if (only && !children.isEmpty()) {
            throw new PgException(SqlState.INVALID_TABLE_DEFINITION, "constraint must be added to child tables too");
        }
        Constraint.Check named = new Constraint.Check(
                made.name(), check.expression(), check.noInherit(), check.attributes(), check.location());
        children.forEach(child -> addCheck(child, named, true));
    }

    /// Null when there is none and that is allowed.
    private ConstraintDef find(String name, boolean missingAllowed) {
        ConstraintDef found = find(table, name);
        if (found != null) {
            return found;
        }
        if (!missingAllowed) {
            throw missing(name, table());
        }
        definition.noticeSkipped(
                SqlState.SUCCESSFUL_COMPLETION,
                "constraint \"%s\" of relation \"%s\" does not exist, skipping".formatted(name, table().name()));
        return null;
    }

    private ConstraintDef find(int of, String name) {
        return definition.view().constraints(of).stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static PgException missing(String name, TableDef of) {
        return new PgException(
                SqlState.UNDEFINED_OBJECT,
                "constraint \"%s\" of relation \"%s\" does not exist".formatted(name, of.name()));
    }

    void drop(String name, boolean ifExists, boolean cascade) {
        ConstraintDef constraint = find(name, ifExists);
        if (constraint == null) {
            return;
        }
        if (constraint.parentCount() > 0) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot drop inherited constraint \"%s\" of relation \"%s\"".formatted(name, table().name()));
        }
        List<ObjectAddress> dropped = new ArrayList<>();
        collect(table(), constraint, dropped);
        new Drop(definition.writer(), definition.view(), definition.session()::report).run(dropped, cascade);
    }

    /// The constraint, and those of tables that have it from there alone.
    private void collect(TableDef of, ConstraintDef constraint, List<ObjectAddress> dropped) {
        dropped.add(ObjectAddress.constraint(constraint.oid()));
        List<TableDef> children = constraint.noInherit() && constraint.kind() == 'c' ? List.of() : children(of.oid());
        if (only && of.kind() == 'p' && !children.isEmpty()) {
            throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "cannot remove constraint from only the partitioned table when partitions exist")
                    .hint("Do not specify the ONLY keyword.");
        }
        if (constraint.kind() != 'c') {
            return; // what belongs to it goes along
        }
        Constraints constraints = new Constraints(definition.writer());
        for (TableDef child : children) {
            ConstraintDef inherited = find(child.oid(), constraint.name());
            if (inherited == null) {
                throw missing(constraint.name(), child);
            }
            if (only) {
                constraints.update(
                        inherited.oid(), Map.of("coninhcount", inherited.parentCount() - 1, "conislocal", true));
            } else if (inherited.parentCount() == 1 && !inherited.local()) {
                collect(child, inherited, dropped);
            } else {
                constraints.update(inherited.oid(), Map.of("coninhcount", inherited.parentCount() - 1));
            }
        }
    }

    void validate(String name) {
        ConstraintDef constraint = find(name, false);
        if (constraint.kind() != 'c' && constraint.kind() != 'f') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "constraint \"%s\" of relation \"%s\" is not a foreign key or check constraint"
                            .formatted(name, table().name()));
        }
        validate(table(), constraint);
    }

    private void validate(TableDef of, ConstraintDef constraint) {
        if (constraint.validated()) {
            return;
        }
        if (constraint.kind() == 'f') {
            new ForeignKeyConstraints(definition).validate(constraint);
        } else {
            List<TableDef> children = constraint.noInherit() ? List.of() : children(of.oid());
            if (only && !children.isEmpty()) {
                throw new PgException(
                        SqlState.INVALID_TABLE_DEFINITION, "constraint must be validated on child tables too");
            }
            for (TableDef child : children) {
                ConstraintDef inherited = find(child.oid(), constraint.name());
                if (inherited == null) {
                    throw missing(constraint.name(), child);
                }
                validate(child, inherited);
            }
            new CheckConstraints(definition).validate(constraint);
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
        if (constraint.parent() != 0) {
            throw derived(constraint);
        }
        alter(constraint, alter);
    }

    private void alter(ConstraintDef constraint, AlterTableStatement.AlterConstraint alter) {
        new Constraints(definition.writer())
                .update(
                        constraint.oid(),
                        Map.of("condeferrable", alter.deferrable(), "condeferred", alter.initiallyDeferred()));
        for (int part : definition.view().constraintParts(constraint.oid())) {
            alter(definition.view().constraint(part), alter);
        }
    }

    private PgException derived(ConstraintDef constraint) {
        ConstraintDef root = constraint;
        while (root.parent() != 0) {
            root = definition.view().constraint(root.parent());
        }
        return new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "cannot alter constraint \"%s\" on relation \"%s\""
                                .formatted(constraint.name(), table().name()))
                .detail("Constraint \"%s\" is derived from constraint \"%s\" of relation \"%s\"."
                        .formatted(
                                constraint.name(),
                                root.name(),
                                definition.view().table(root.table()).name()))
                .hint("You may alter the constraint it derives from instead.");
    }
}
