package io.pglitedb.executor.definition;

import io.pglitedb.planner.ast.Constraint;
import java.util.List;

/// Adds the constraints of a table in the order that PostgreSQL does: checks, keys, foreign keys.
public final class TableConstraints {
    private final Definition definition;

    public TableConstraints(Definition definition) {
        this.definition = definition;
    }

    /// @param empty whether the table is new: nothing is there that could violate anything
    /// @param only whether partitions and children are left alone
    public void addAll(int table, List<Constraint> constraints, boolean empty, boolean only) {
        addKeys(table, constraints, only);
        addForeignKeys(table, constraints, empty);
    }

    /// Checks, keys and exclusion constraints.
    public void addKeys(int table, List<Constraint> constraints, boolean only) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Check check) {
                new CheckConstraints(definition).add(table, check, true, false);
            }
        }
        // A primary key first: its columns are NOT NULL for what follows.
        for (boolean primary : new boolean[] {true, false}) {
            for (Constraint constraint : constraints) {
                if (constraint instanceof Constraint.Unique unique && unique.primary() == primary) {
                    new KeyConstraints(definition).add(table, unique, only);
                }
            }
        }
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Exclusion exclusion) {
                new ExclusionConstraints(definition).add(table, exclusion);
            }
        }
    }

    /// @param empty whether the table is new
    public void addForeignKeys(int table, List<Constraint> constraints, boolean empty) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.ForeignKey key) {
                ForeignKeyConstraints keys = new ForeignKeyConstraints(definition);
                int oid = keys.add(table, key);
                if (!empty && !key.attributes().notValid()) {
                    keys.validate(definition.view().constraint(oid));
                }
            }
        }
    }
}
