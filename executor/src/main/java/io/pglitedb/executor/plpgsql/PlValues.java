package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.expression.SubPlanCompiler;
import io.pglitedb.planner.analyzer.VariableAssignment;
import io.pglitedb.planner.analyzer.VariableScope;
import io.pglitedb.planner.plpgsql.PlTarget;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts values into variables, converted to their types. Source of the rules: PostgreSQL 15, `exec_assign_value`
/// and `exec_move_row`.
final class PlValues {
    private static final Object[] NO_ROW = {};
    private static final int CONVERSIONS_MAX = 256;

    private record Conversion(SqlType from, SqlType to) {}

    private record Compiled(Evaluator evaluator, Parameters parameters) {
        Object evaluate(Object value) {
            parameters.start(new Object[] {value});
            return evaluator.evaluate(NO_ROW);
        }
    }

    private final Backend session;
    private final Map<Conversion, Compiled> conversions = new HashMap<>();
    private long catalogVersion;

    PlValues(Backend session) {
        this.session = session;
    }

    static SqlType type(PlVariable variable) {
        return new SqlType(variable.type().oid(), variable.type().typmod());
    }

    /// 42804 when there is no way from the one type to the other.
    Object convert(Object value, SqlType from, SqlType to) {
        boolean same = from.oid() == to.oid() && (to.typmod() < 0 || to.typmod() == from.typmod());
        if (same || to.oid() == Oids.RECORD && value instanceof PgRecord) {
            return value;
        }
        if (value == null && !isDomain(to.oid())) {
            return null;
        }
        return compiled(new Conversion(from, to)).evaluate(value);
    }

    private boolean isDomain(int type) {
        TypeDef definition = session.catalog().type(type);
        return definition != null && definition.kind() == 'd';
    }

    private Compiled compiled(Conversion wanted) {
        long now = session.catalog().version();
        if (now != catalogVersion || conversions.size() > CONVERSIONS_MAX) {
            conversions.clear();
            catalogVersion = now;
        }
        return conversions.computeIfAbsent(wanted, this::compile);
    }

    private Compiled compile(Conversion wanted) {
        Expr converted = new VariableAssignment(session.catalog(), session.context(), NoVariables.INSTANCE)
                .converted(1, wanted.from(), wanted.to());
        if (converted == null) {
            throw new PgException(
                    SqlState.CANNOT_COERCE,
                    "cannot cast type %s to %s"
                            .formatted(
                                    session.catalog().formatType(wanted.from().oid()),
                                    session.catalog().formatType(wanted.to().oid())));
        }
        return compile(converted);
    }

    /// An expression over parameters alone.
    private Compiled compile(Expr expression) {
        Parameters parameters = new Parameters(0);
        return new Compiled(
                new ExpressionCompiler(
                                session.catalog(),
                                session.context(),
                                FunctionRegistry.standard(),
                                parameters,
                                SubPlanCompiler.NONE)
                        .compile(expression),
                parameters);
    }

    /// The value of an expression over the parameters.
    Object evaluate(Expr expression, Object[] parameters) {
        Compiled compiled = compile(expression);
        compiled.parameters().start(parameters);
        return compiled.evaluator().evaluate(NO_ROW);
    }

    void assign(PlFrame frame, int number, Object value, SqlType from) {
        PlVariable variable = frame.declarations.variable(number);
        if (variable.type().row()) {
            assignRow(frame, variable, value, from);
            return;
        }
        Object converted = convert(value, from, type(variable));
        if (converted == null && variable.notNull()) {
            throw new PgException(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    "null value cannot be assigned to variable \"%s\" declared NOT NULL".formatted(variable.name()));
        }
        frame.set(number, converted);
    }

    private void assignRow(PlFrame frame, PlVariable variable, Object value, SqlType from) {
        if (value == null) {
            if (variable.notNull()) {
                throw new PgException(
                        SqlState.NULL_VALUE_NOT_ALLOWED,
                        "null value cannot be assigned to variable \"%s\" declared NOT NULL"
                                .formatted(variable.name()));
            }
            frame.set(variable.number(), null);
        } else if (!(value instanceof PgRecord record)) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "cannot assign non-composite value to a record variable");
        } else if (variable.type().oid() == Oids.RECORD
                || record.typeOid() == variable.type().oid()) {
            frame.set(variable.number(), record);
        } else {
            frame.set(variable.number(), row(variable.type().oid(), record.types(), record.fields()));
        }
        if (from == null) {
            throw new IllegalArgumentException("no type");
        }
    }

    /// Puts a row of a query where INTO says.
    ///
    /// @param row null for none: NULLs
    void assign(PlFrame frame, PlTarget target, List<String> names, List<SqlType> types, Object[] row) {
        switch (target) {
            case PlTarget.Row(int number) -> {
                PlVariable variable = frame.declarations.variable(number);
                Object[] fields = row == null ? new Object[types.size()] : row.clone();
                frame.set(
                        number,
                        variable.type().oid() == Oids.RECORD
                                ? new PgRecord(Oids.RECORD, names, types, fields)
                                : row(variable.type().oid(), types, fields));
            }
            case PlTarget.Values(List<PlTarget.Place> places) -> {
                for (int i = 0; i < places.size(); i++) {
                    boolean given = row != null && i < types.size();
                    assign(
                            frame,
                            places.get(i),
                            given ? row[i] : null,
                            i < types.size() ? types.get(i) : SqlType.of(Oids.UNKNOWN));
                }
            }
        }
    }

    void assign(PlFrame frame, PlTarget.Place place, Object value, SqlType from) {
        if (place.field() == null) {
            assign(frame, place.variable(), value, from);
            return;
        }
        PlVariable variable = frame.declarations.variable(place.variable());
        PgRecord record = shaped(frame, variable);
        int index = record.names().indexOf(place.field());
        if (index < 0) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "record \"%s\" has no field \"%s\"".formatted(variable.name(), place.field()));
        }
        Object[] fields = record.fields().clone();
        fields[index] = convert(value, from, record.types().get(index));
        frame.set(place.variable(), new PgRecord(record.typeOid(), record.names(), record.types(), fields));
    }

    /// The value of a row variable, of NULLs when it has none but a declared type.
    PgRecord shaped(PlFrame frame, PlVariable variable) {
        if (frame.get(variable.number()) instanceof PgRecord record) {
            return record;
        }
        if (variable.type().oid() == Oids.RECORD) {
            throw PlVariables.unassigned(variable.name());
        }
        return row(variable.type().oid(), List.of(), new Object[0]);
    }

    /// A row of a composite type, of values in the order of its columns; NULL for what is missing.
    PgRecord row(int type, List<SqlType> types, Object[] values) {
        TypeDef definition = session.catalog().type(type);
        TypeDef base = definition.kind() == 'd' ? session.catalog().type(definition.baseType()) : definition;
        TableDef table = session.catalog().table(base.relation());
        List<String> names = new ArrayList<>();
        List<SqlType> columns = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        int next = 0;
        for (ColumnDef column : table.columns()) {
            SqlType to = column.dropped() ? SqlType.of(Oids.INT4) : new SqlType(column.type(), column.typmod());
            names.add(column.name());
            columns.add(to);
            if (column.dropped() || next >= values.length) {
                fields.add(null);
            } else {
                fields.add(convert(values[next], types.get(next), to));
                next++;
            }
        }
        return new PgRecord(base.oid(), names, columns, fields.toArray());
    }

    /// A scope without variables.
    private enum NoVariables implements VariableScope {
        INSTANCE;

        @Override
        public Preference preference() {
            return Preference.NEITHER;
        }

        @Override
        public Found find(List<String> names) {
            return null;
        }

        @Override
        public List<String> fields(List<String> names) {
            return null;
        }

        @Override
        public int type(int number) {
            return 0;
        }

        @Override
        public int typmod(int number) {
            return -1;
        }

        @Override
        public int count() {
            return 0;
        }
    }
}
