package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// OWNED BY of a sequence. Source: PostgreSQL's process_owned_by.
public final class SequenceOwner {
    private final Definition definition;

    public SequenceOwner(Definition definition) {
        this.definition = definition;
    }

    /// @param ownedBy a qualified column, or `none`
    public void set(TableDef sequence, List<String> ownedBy) {
        Sequences sequences = new Sequences(definition.writer());
        if (ownedBy.size() == 1) {
            if (!ownedBy.getFirst().equals("none")) {
                throw new PgException(SqlState.SYNTAX_ERROR, "invalid OWNED BY option")
                        .hint("Specify OWNED BY table.column or OWNED BY NONE.");
            }
            sequences.disown(sequence.oid());
            return;
        }
        String schema = ownedBy.size() > 2 ? ownedBy.get(ownedBy.size() - 3) : null;
        String name = ownedBy.get(ownedBy.size() - 2);
        TableDef table = definition.find(schema, name);
        if (table == null) {
            throw new PgException(SqlState.UNDEFINED_TABLE, "relation \"%s\" does not exist".formatted(name));
        }
        if ("rfvp".indexOf(table.kind()) < 0) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "sequence cannot be owned by relation \"%s\"".formatted(table.name()));
        }
        if (table.owner() != sequence.owner()) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "sequence must have same owner as table it is linked to");
        }
        if (table.namespace() != sequence.namespace()) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "sequence must be in same schema as table it is linked to");
        }
        ColumnDef column = table.column(ownedBy.getLast());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(ownedBy.getLast(), table.name()));
        }
        sequences.own(sequence.oid(), table.oid(), column.number(), false);
    }
}
