package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Attachment;
import io.pglitedb.executor.definition.family.IndexAttachment;
import io.pglitedb.executor.definition.family.Inheritance;
import io.pglitedb.executor.definition.family.TypedTables;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// ALTER TABLE's commands about parents and partitions.
final class FamilyChanges {
    private final Definition definition;
    private final TableDef table;

    FamilyChanges(Definition definition, int table) {
        this.definition = definition;
        this.table = definition.view().table(table);
    }

    void inherit(RangeVar parent) {
        if (table.ofType() != 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot change inheritance of typed table");
        }
        new Inheritance(definition).inherit(table, definition.relation(parent, LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    void disinherit(RangeVar parent) {
        new Inheritance(definition).disinherit(table, definition.relation(parent, LockMode.ACCESS_SHARE));
    }

    void ofType(TypeName name) {
        TypedTables typed = new TypedTables(definition);
        TypeDef type = typed.require(name);
        if (!definition.view().parents(table.oid()).isEmpty()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "typed tables cannot inherit");
        }
        typed.requireFit(table, type);
        setType(type.oid());
    }

    void notOfType() {
        if (table.ofType() == 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a typed table".formatted(table.name()));
        }
        setType(0);
    }

    private void setType(int type) {
        Dependencies dependencies = new Dependencies(definition.writer());
        ObjectAddress self = ObjectAddress.relation(table.oid());
        if (table.ofType() != 0) {
            dependencies.forget(self, ObjectAddress.type(table.ofType()), DependencyType.NORMAL);
        }
        dependencies.record(self, ObjectAddress.type(type), DependencyType.NORMAL);
        new Relations(definition.writer()).update(table.oid(), Map.of("reloftype", type));
    }

    void attach(AlterTableStatement.AttachPartition attach) {
        switch (table.kind()) {
            case 'p' ->
                new Attachment(definition, table)
                        .attach(definition.relation(attach.partition(), LockMode.ACCESS_EXCLUSIVE), attach.bound());
            case 'I' ->
                new IndexAttachment(definition)
                        .attach(table, definition.relation(attach.partition(), LockMode.ACCESS_EXCLUSIVE));
            default -> throw notPartitioned();
        }
    }

    private PgException notPartitioned() {
        return new PgException(
                SqlState.INVALID_OBJECT_DEFINITION,
                switch (table.kind()) {
                    case 'r' -> "table \"%s\" is not partitioned".formatted(table.name());
                    case 'i' -> "index \"%s\" is not partitioned".formatted(table.name());
                    default -> "\"%s\" is not a partitioned table or index".formatted(table.name());
                });
    }

    void detach(AlterTableStatement.DetachPartition detach) {
        if (table.kind() != 'p') {
            throw notPartitioned();
        }
        new Attachment(definition, table).detach(definition.relation(detach.partition(), LockMode.ACCESS_EXCLUSIVE));
    }
}
