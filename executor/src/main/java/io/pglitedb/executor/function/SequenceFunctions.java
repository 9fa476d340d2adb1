package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.sequence.SequenceState;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.QualifiedNames;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Sequences.
public final class SequenceFunctions {
    private SequenceFunctions() {}

    /// A sequence found by its OID.
    private record Sequence(TableDef table, SequenceDef definition, SequenceState state) {}

    private static Sequence find(Backend session, int oid) {
        CatalogView catalog = session.catalog();
        TableDef table = catalog.table(oid);
        if (table == null) {
            throw new PgException(
                    SqlState.UNDEFINED_TABLE,
                    "relation with OID %s does not exist".formatted(Integer.toUnsignedString(oid)));
        }
        SequenceDef definition = catalog.sequence(oid);
        if (definition == null) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a sequence".formatted(table.name()));
        }
        return new Sequence(table, definition, session.instance().sequences().state(table.storage(), definition));
    }

    /// 42501 when the current role has none of the rights.
    private static void require(Backend session, Sequence sequence, Privilege... rights) {
        new StatementAccess(session.catalog(), session.identity().currentUser())
                .requireAny(sequence.table(), Privilege.bits(rights));
    }

    @Prosrc("nextval_oid")
    public static long next(CallContext call, int oid) {
        Backend session = SessionFunctions.session(call);
        require(session, find(session, oid), Privilege.USAGE, Privilege.UPDATE);
        Sequence sequence = lock(session, oid);
        session.block().requireWritable("nextval()");
        Long kept = session.sequences().takeKept(oid, sequence.table().storage());
        long value = kept != null ? kept : take(session, sequence);
        session.sequences().gave(oid, value);
        return value;
    }

    private static long take(Backend session, Sequence sequence) {
        SequenceState.Values given =
                sequence.state().next(sequence.definition(), sequence.table().name());
        if (given.logged()) {
            session.block().transaction().flushAtCommit();
        }
        session.sequences()
                .keep(
                        sequence.table().oid(),
                        sequence.table().storage(),
                        given,
                        sequence.definition().increment());
        return given.first();
    }

    /// Held to the end of the transaction: ALTER SEQUENCE waits for it, and others for ALTER SEQUENCE.
    private static Sequence lock(Backend session, int oid) {
        if (session.sequences().locks(oid)) {
            session.block().transaction();
            session.instance()
                    .store()
                    .locks()
                    .lock(
                            session.locks(),
                            new LockTag.Relation(session.sessionCatalog().databaseOid(), oid),
                            LockMode.ROW_EXCLUSIVE,
                            Scope.TRANSACTION);
        }
        return find(session, oid);
    }

    @Prosrc("currval_oid")
    public static long current(CallContext call, int oid) {
        Backend session = SessionFunctions.session(call);
        Sequence sequence = find(session, oid);
        require(session, sequence, Privilege.SELECT, Privilege.USAGE);
        return session.sequences().current(oid, sequence.table().name());
    }

    @Prosrc("lastval")
    public static long last(CallContext call) {
        Backend session = SessionFunctions.session(call);
        int sequence = session.sequences().last();
        if (sequence == 0 || session.catalog().sequence(sequence) == null) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "lastval is not yet defined in this session");
        }
        return current(call, sequence);
    }

    @Prosrc("setval_oid")
    public static long set(CallContext call, int oid, long value) {
        return set(call, oid, value, true);
    }

    /// @param called whether the next value is the following one, not this
    @Prosrc("setval3_oid")
    public static long set(CallContext call, int oid, long value, boolean called) {
        Backend session = SessionFunctions.session(call);
        require(session, find(session, oid), Privilege.UPDATE);
        session.block().requireWritable("setval()");
        Sequence sequence = lock(session, oid);
        SequenceDef definition = sequence.definition();
        if (value < definition.minimum() || value > definition.maximum()) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "setval: value %d is out of bounds for sequence \"%s\" (%d..%d)"
                            .formatted(value, sequence.table().name(), definition.minimum(), definition.maximum()));
        }
        sequence.state().set(value, called);
        session.sequences().set(oid);
        session.block().transaction().flushAtCommit();
        if (called) {
            session.sequences().set(oid, value);
        }
        return value;
    }

    /// Null before the first nextval.
    @Prosrc("pg_sequence_last_value")
    public static Long lastValue(CallContext call, int oid) {
        SequenceState.Row row =
                find(SessionFunctions.session(call), oid).state().row();
        return row.called() ? row.last() : null;
    }

    /// Columns: start, minimum, maximum, increment, whether it cycles, cache, OID of the type.
    @Prosrc("pg_sequence_parameters")
    public static Object[] parameters(CallContext call, int oid) {
        SequenceDef sequence = find(SessionFunctions.session(call), oid).definition();
        return new Object[] {
            sequence.start(),
            sequence.minimum(),
            sequence.maximum(),
            sequence.increment(),
            sequence.cycle(),
            sequence.cache(),
            sequence.type()
        };
    }

    /// The sequence that a serial or identity column draws from, qualified and quoted; null without one.
    ///
    /// @param tableName as SQL writes it
    /// @param columnName as it is
    @Prosrc("pg_get_serial_sequence")
    public static Utf8 ofColumn(CallContext call, Utf8 tableName, Utf8 columnName) {
        Backend session = SessionFunctions.session(call);
        List<String> path = QualifiedNames.split(tableName.toString());
        TableDef table =
                Definition.of(session).find(path.size() > 1 ? path.get(path.size() - 2) : null, path.getLast());
        if (table == null) {
            throw new PgException(
                    SqlState.UNDEFINED_TABLE, "relation \"%s\" does not exist".formatted(String.join(".", path)));
        }
        ColumnDef column = table.column(columnName.toString());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(columnName, table.name()));
        }
        Sequences sequences = new Sequences(session.sessionCatalog().writer());
        for (int owned : sequences.ownedBy(table.oid(), column.number())) {
            TableDef sequence = session.catalog().table(owned);
            return Utf8.of(Quoting.identifier(session.catalog().namespaceName(sequence.namespace()))
                    + "."
                    + Quoting.identifier(sequence.name()));
        }
        return null;
    }
}
