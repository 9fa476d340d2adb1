package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// Makes constraints. Source of the dependencies: PostgreSQL 15, `CreateConstraintEntry`.
public final class Constraints {
    static final SystemTable TABLE = SystemTables.table("pg_constraint");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Constraints(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID; 42710 when the table or domain has one of that name. A key's index and a foreign key's triggers are
    /// made by `Indexes` and `Triggers`.
    public int create(NewConstraint constraint) {
        requireFree(constraint);
        int oid = writer.newOid(TABLE);
        writer.insert(TABLE, row(oid, constraint));
        recordDependencies(ObjectAddress.constraint(oid), constraint);
        if (constraint.kind() == 'c' && constraint.table() != 0) {
            SystemRow table = writer.row(Relations.TABLE.oidIndex(), constraint.table());
            writer.update(table, Map.of("relchecks", table.integer("relchecks") + 1));
        }
        if (constraint.kind() == 'f') {
            // As PostgreSQL's, whose foreign keys are triggers: psql looks for foreign keys only where it says so.
            Map<String, Boolean> triggers = Map.of("relhastriggers", true);
            new Relations(writer).update(constraint.table(), triggers);
            new Relations(writer).update(constraint.reference().table(), triggers);
        }
        return oid;
    }

    private void requireFree(NewConstraint constraint) {
        CatalogView view = writer.view();
        boolean ofTable = constraint.table() != 0;
        boolean taken = (ofTable ? view.constraints(constraint.table()) : view.domainConstraints(constraint.domain()))
                .stream().anyMatch(other -> other.name().equals(constraint.name()));
        if (taken) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    ofTable
                            ? "constraint \"%s\" for relation \"%s\" already exists"
                                    .formatted(
                                            constraint.name(),
                                            view.table(constraint.table()).name())
                            : "constraint \"%s\" for domain %s already exists"
                                    .formatted(constraint.name(), view.formatType(constraint.domain())));
        }
    }

    private static RowValues row(int oid, NewConstraint constraint) {
        RowValues row = new RowValues()
                .set("oid", oid)
                .set("conname", constraint.name())
                .set("connamespace", constraint.namespace())
                .set("contype", constraint.kind())
                .set("condeferrable", constraint.deferrable())
                .set("condeferred", constraint.initiallyDeferred())
                .set("convalidated", constraint.validated())
                .set("conrelid", constraint.table())
                .set("contypid", constraint.domain())
                .set("conindid", constraint.index())
                .set("conparentid", constraint.parent())
                .set("confrelid", 0)
                .set("confupdtype", ' ')
                .set("confdeltype", ' ')
                .set("confmatchtype", ' ')
                .set("conislocal", constraint.local())
                .set("coninhcount", constraint.parentCount())
                .set("connoinherit", constraint.noInherit())
                .set("conkey", Values.int2s(constraint.columns()))
                .set("conexclop", Values.oids(constraint.exclusionOperators()))
                .set("conbin", constraint.expression().map(Expression::tree).orElse(null));
        NewConstraint.Reference reference = constraint.reference();
        if (reference != null) {
            row.set("confrelid", reference.table())
                    .set("confupdtype", reference.onUpdate())
                    .set("confdeltype", reference.onDelete())
                    .set("confmatchtype", reference.match())
                    .set("confkey", Values.int2s(reference.columns()))
                    .set("conpfeqop", Values.oids(reference.primaryForeign()))
                    .set("conppeqop", Values.oids(reference.primaryPrimary()))
                    .set("conffeqop", Values.oids(reference.foreignForeign()))
                    .set("confdelsetcols", Values.int2s(reference.deleteSetColumns()));
        }
        return row;
    }

    private void recordDependencies(ObjectAddress self, NewConstraint constraint) {
        if (constraint.table() != 0) {
            recordColumns(self, constraint.table(), constraint.columns(), DependencyType.AUTO);
            for (int column : constraint.included()) {
                dependencies.record(self, ObjectAddress.column(constraint.table(), column), DependencyType.AUTO);
            }
        }
        dependencies.record(self, ObjectAddress.type(constraint.domain()), DependencyType.AUTO);
        NewConstraint.Reference reference = constraint.reference();
        if (reference != null) {
            recordColumns(self, reference.table(), reference.columns(), DependencyType.NORMAL);
            dependencies.record(self, ObjectAddress.relation(constraint.index()), DependencyType.NORMAL);
            recordOperators(self, reference.primaryForeign());
            recordOperators(self, reference.primaryPrimary());
            recordOperators(self, reference.foreignForeign());
        }
        constraint
                .expression()
                .ifPresent(expression -> dependencies.recordAll(self, expression.references(), DependencyType.NORMAL));
        if (constraint.parent() != 0) {
            dependencies.record(self, ObjectAddress.constraint(constraint.parent()), DependencyType.PARTITION_PRIMARY);
            dependencies.record(self, ObjectAddress.relation(constraint.table()), DependencyType.PARTITION_SECONDARY);
        }
    }

    /// On the columns, or on the whole table when there are none.
    private void recordColumns(ObjectAddress self, int table, List<Integer> columns, DependencyType type) {
        if (columns.isEmpty()) {
            dependencies.record(self, ObjectAddress.relation(table), type);
        }
        for (int column : columns) {
            dependencies.record(self, ObjectAddress.column(table, column), type);
        }
    }

    private void recordOperators(ObjectAddress self, List<Integer> operators) {
        for (int operator : operators) {
            dependencies.record(self, ObjectAddress.of(ClassOid.OPERATOR, operator), DependencyType.NORMAL);
        }
    }

    /// Makes a constraint part of a partitioned table's constraint.
    public void attach(ConstraintDef constraint, int parent) {
        update(
                constraint.oid(),
                Map.of("conislocal", false, "coninhcount", constraint.parentCount() + 1, "conparentid", parent));
        ObjectAddress self = ObjectAddress.constraint(constraint.oid());
        dependencies.record(self, ObjectAddress.constraint(parent), DependencyType.PARTITION_PRIMARY);
        dependencies.record(self, ObjectAddress.relation(constraint.table()), DependencyType.PARTITION_SECONDARY);
    }

    /// Makes a constraint of a partition one of its own.
    public void detach(ConstraintDef constraint) {
        update(
                constraint.oid(),
                Map.of("conislocal", true, "coninhcount", constraint.parentCount() - 1, "conparentid", 0));
        ObjectAddress self = ObjectAddress.constraint(constraint.oid());
        dependencies.forget(self, ObjectAddress.constraint(constraint.parent()), DependencyType.PARTITION_PRIMARY);
        dependencies.forget(self, ObjectAddress.relation(constraint.table()), DependencyType.PARTITION_SECONDARY);
    }

    /// Sets columns of a constraint's row (VALIDATE, ALTER CONSTRAINT, RENAME, inheritance counts).
    public void update(int oid, Map<String, ?> changes) {
        writer.update(writer.row(TABLE.oidIndex(), oid), changes);
    }
}
