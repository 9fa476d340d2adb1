package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.routine.SessionRoutine;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The functions of triggers as one session calls them: those in PL/pgSQL, and what PostgreSQL brings along.
public final class PlTriggers implements TriggerCalls {
    private record Key(int function, int table) {}

    private final Backend session;
    private final PlValues values;
    private final Map<Key, PlInterpreter> compiled = new HashMap<>();
    private Object basis;
    private int depth;

    public PlTriggers(Backend session) {
        this.session = session;
        this.values = new PlValues(session);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public boolean holds(TriggerDef trigger) {
        Expr condition = NodeTree.readExpression(trigger.condition().orElseThrow(), session.context());
        Query query = new QueryBuilder()
                .targets(List.of(new TargetEntry(condition, 1, "holds", false)))
                .build();
        return Boolean.TRUE.equals(InternalQuery.first(query, session)[0]);
    }

    @Override
    public Object[] fire(Firing firing) {
        depth++;
        try {
            return call(firing);
        } finally {
            depth--;
        }
    }

    private Object[] call(Firing firing) {
        FunctionDef function = session.catalog().function(firing.trigger().function());
        LanguageDef language = session.catalog().language(function.language());
        if (language != null && language.name().equals(PlRoutines.LANGUAGE)) {
            return function.securityDefiner()
                    ? session.identity().as(function.owner(), () -> run(function, firing))
                    : run(function, firing);
        }
        if (function.prosrc().equals("suppress_redundant_updates_trigger")) {
            return changed(firing) ? firing.after() : null;
        }
        throw PgException.notSupported("trigger function " + function.name());
    }

    /// Whether an UPDATE makes the row another one.
    private static boolean changed(Firing firing) {
        if (firing.event() != Event.UPDATE || !firing.when().equals("BEFORE") || !firing.forRow()) {
            throw new PgException(
                    SqlState.E_R_I_E_TRIGGER_PROTOCOL_VIOLATED,
                    "suppress_redundant_updates_trigger: must be called before update");
        }
        return !Arrays.deepEquals(firing.before(), firing.after());
    }

    private Object[] run(FunctionDef function, Firing firing) {
        Object now = session.sessionCatalog().basis();
        if (!now.equals(basis)) {
            compiled.clear();
            basis = now;
        }
        PlInterpreter interpreter = compiled.computeIfAbsent(
                new Key(function.oid(), firing.table().oid()),
                _ -> new PlInterpreter(new PlCompiler(session).compileTrigger(function), session, values));
        PlBody body = interpreter.body();
        PlFrame frame = new PlFrame(body.declarations(), false);
        set(frame, body.inputs(), firing);
        Object returned = SessionRoutine.apart(session, () -> interpreter.runTrigger(frame));
        return returned == null || !firing.forRow() ? null : row((PgRecord) returned, firing.table());
    }

    /// NEW, OLD and TG_… in the order that `PlCompiler` declares them.
    private void set(PlFrame frame, List<Integer> variables, Firing firing) {
        TableDef table = firing.table();
        String schema = session.catalog().namespaceName(table.namespace());
        Object[] arguments = firing.arguments().stream().map(Utf8::of).toArray();
        PgArray list = arguments.length == 0
                ? PgArray.empty(Oids.TEXT)
                : new PgArray(Oids.TEXT, new int[] {arguments.length}, new int[] {0}, arguments);
        Object[] contents = {
            record(firing.after(), table),
            record(firing.before(), table),
            Utf8.of(firing.trigger().name()),
            Utf8.of(firing.when()),
            Utf8.of(firing.forRow() ? "ROW" : "STATEMENT"),
            Utf8.of(firing.event().name()),
            table.oid(),
            Utf8.of(table.name()),
            Utf8.of(table.name()),
            Utf8.of(schema),
            arguments.length,
            list
        };
        for (int i = 0; i < contents.length; i++) {
            frame.set(variables.get(i), contents[i]);
        }
    }

    /// Null for no row.
    private static PgRecord record(Object[] row, TableDef table) {
        if (row == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (!column.dropped()) {
                names.add(column.name());
                types.add(new SqlType(column.type(), column.typmod()));
                fields.add(row[column.number() - 1]);
            }
        }
        boolean whole = fields.size() == table.columns().size();
        return new PgRecord(whole ? table.rowType() : Oids.RECORD, names, types, fields.toArray());
    }

    /// What the function returned, as a row of the table.
    private Object[] row(PgRecord returned, TableDef table) {
        List<Object> given = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        TableDef shape = returned.typeOid() == Oids.RECORD
                ? null
                : session.catalog()
                        .table(session.catalog().type(returned.typeOid()).relation());
        for (int i = 0; i < returned.fields().length; i++) {
            if (shape == null || !shape.columns().get(i).dropped()) {
                given.add(returned.fields()[i]);
                types.add(returned.types().get(i));
            }
        }
        Object[] row = new Object[table.columns().size()];
        int next = 0;
        for (ColumnDef column : table.columns()) {
            if (column.dropped()) {
                continue;
            }
            if (next >= given.size() || types.get(next).oid() != column.type()) {
                throw mismatch(given.size(), types, next, column, table);
            }
            row[column.number() - 1] =
                    values.convert(given.get(next), types.get(next), new SqlType(column.type(), column.typmod()));
            next++;
        }
        if (next < given.size()) {
            throw mismatch(given.size(), types, next, null, table);
        }
        return row;
    }

    private PgException mismatch(int given, List<SqlType> types, int at, ColumnDef column, TableDef table) {
        long wanted = table.columns().stream().filter(each -> !each.dropped()).count();
        String detail = given != wanted
                ? "Number of returned columns (%d) does not match expected column count (%d).".formatted(given, wanted)
                : "Returned type %s does not match expected type %s in column %d."
                        .formatted(
                                session.catalog()
                                        .formatType(
                                                types.get(at).oid(),
                                                types.get(at).typmod()),
                                session.catalog().formatType(column.type(), column.typmod()),
                                at + 1);
        return new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "returned row structure does not match the structure of the triggering table")
                .detail(detail);
    }
}
