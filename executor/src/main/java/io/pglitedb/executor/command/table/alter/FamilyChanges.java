package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Attachment;
import io.pglitedb.executor.definition.family.IndexAttachment;
import io.pglitedb.executor.definition.family.Inheritance;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ALTER TABLE's commands about parents and partitions.
final class FamilyChanges {
    private final Definition definition;
    private final TableDef table;

    FamilyChanges(Definition definition, int table) {
        this.definition = definition;
        this.table = definition.view().table(table);
    }

    void inherit(RangeVar parent) {
        new Inheritance(definition).inherit(table, definition.relation(parent, LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    void disinherit(RangeVar parent) {
        new Inheritance(definition).disinherit(table, definition.relation(parent, LockMode.ACCESS_SHARE));
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
