package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.RowShape;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// RETURN in all its forms, and what a routine gives in the end.
final class PlReturns {
    private final PlInterpreter interpreter;
    private final Backend session;

    PlReturns(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    Flow end(PlStatement.Return statement, PlFrame frame) {
        PlBody body = interpreter.body();
        boolean nothing = body.set()
                || body.result().oid() == Oids.VOID
                || !body.outputs().isEmpty();
        if (statement.value() == null) {
            return Flow.RETURN;
        }
        if (nothing) {
            PlQuery.Value given = interpreter.value(statement.value(), frame);
            frame.returned = given.value();
            frame.returnedType = given.type();
            return Flow.RETURN;
        }
        PlQuery.Value value = interpreter.value(statement.value(), frame);
        frame.returned = value.value();
        frame.returnedType = value.type();
        return Flow.RETURN;
    }

    Flow next(PlStatement.ReturnNext statement, PlFrame frame) {
        PlBody body = interpreter.body();
        if (statement.value() == null) {
            frame.rows.add(outputs(frame));
            return Flow.ON;
        }
        PlQuery.Value value = interpreter.value(statement.value(), frame);
        frame.rows.add(result(value.value(), value.type(), body.result(), frame));
        return Flow.ON;
    }

    Flow query(PlStatement.ReturnQuery statement, PlFrame frame) {
        long before = frame.rows.size();
        if (statement.dynamic()) {
            interpreter.sql().rows(statement.query(), statement.using(), frame, rows -> all(rows, frame));
        } else {
            interpreter.sql().rows(statement.query(), frame, rows -> all(rows, frame));
        }
        frame.rowCount = frame.rows.size() - before;
        interpreter.found(frame, frame.rowCount > 0);
        return Flow.ON;
    }

    private Flow all(PlSql.Rows rows, PlFrame frame) {
        PlBody body = interpreter.body();
        Shape shape = shape(rows);
        requireSame(rows.types(), shape.types());
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            session.interrupts().check();
            if (shape.names() == null) {
                frame.rows.add(row[0]);
            } else if (body.result().oid() == Oids.RECORD) {
                frame.rows.add(new PgRecord(Oids.RECORD, shape.names(), shape.types(), row.clone()));
            } else {
                frame.rows.add(interpreter.values().row(body.result().oid(), rows.types(), row.clone()));
            }
        }
        return Flow.ON;
    }

    /// Columns that the function returns.
    ///
    /// @param names null when the rows are plain values
    private record Shape(List<String> names, List<SqlType> types) {}

    private Shape shape(PlSql.Rows rows) {
        PlBody body = interpreter.body();
        PlDeclarations declarations = body.declarations();
        if (body.outputs().size() > 1) {
            List<String> names = new ArrayList<>();
            List<SqlType> types = new ArrayList<>();
            for (int output : body.outputs()) {
                names.add(declarations.variable(output).name());
                types.add(PlValues.type(declarations.variable(output)));
            }
            return new Shape(names, types);
        }
        if (body.result().oid() == Oids.RECORD) {
            RowShape wanted = body.rowShape();
            return wanted == null ? new Shape(rows.names(), rows.types()) : new Shape(wanted.names(), wanted.types());
        }
        if (isRow(body.result().oid())) {
            PgRecord empty = interpreter.values().row(body.result().oid(), List.of(), new Object[0]);
            List<String> names = new ArrayList<>();
            List<SqlType> types = new ArrayList<>();
            var table = session.catalog()
                    .table(session.catalog().type(empty.typeOid()).relation());
            table.columns().stream().filter(column -> !column.dropped()).forEach(column -> {
                names.add(column.name());
                types.add(new SqlType(column.type(), column.typmod()));
            });
            return new Shape(names, types);
        }
        return new Shape(null, List.of(body.result()));
    }

    private boolean isRow(int type) {
        TypeDef definition = session.catalog().type(type);
        if (definition != null && definition.kind() == 'd') {
            definition = session.catalog().type(definition.baseType());
        }
        return definition != null && definition.kind() == 'c';
    }

    private void requireSame(List<SqlType> given, List<SqlType> wanted) {
        String detail = null;
        if (given.size() != wanted.size()) {
            detail = "Number of returned columns (%d) does not match expected column count (%d)."
                    .formatted(given.size(), wanted.size());
        }
        for (int i = 0; detail == null && i < given.size(); i++) {
            if (given.get(i).oid() != wanted.get(i).oid()) {
                detail = "Returned type %s does not match expected type %s in column %d."
                        .formatted(name(given.get(i)), name(wanted.get(i)), i + 1);
            }
        }
        if (detail != null) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "structure of query does not match function result type")
                    .detail(detail);
        }
    }

    private String name(SqlType type) {
        return session.catalog().formatType(type.oid(), type.typmod());
    }

    /// The output parameters as one value.
    private Object outputs(PlFrame frame) {
        PlBody body = interpreter.body();
        if (body.outputs().size() == 1 && !body.procedure()) {
            return frame.get(body.outputs().getFirst());
        }
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        for (int output : body.outputs()) {
            PlVariable variable = body.declarations().variable(output);
            names.add(variable.name());
            types.add(PlValues.type(variable));
            fields.add(frame.get(output));
        }
        return new PgRecord(Oids.RECORD, names, types, fields.toArray());
    }

    /// What the call gives: of a function that returns a set an iterator over the values.
    Object result(Flow flow, PlFrame frame) {
        PlBody body = interpreter.body();
        if (body.set()) {
            return frame.rows.iterator();
        }
        if (!body.outputs().isEmpty()) {
            return outputs(frame);
        }
        if (body.result().oid() == Oids.VOID) {
            return null;
        }
        if (flow != Flow.RETURN) {
            throw new PgException(
                    SqlState.S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT,
                    "control reached end of function without RETURN");
        }
        return result(frame.returned, frame.returnedType, body.result(), frame);
    }

    private Object result(Object value, SqlType from, SqlType to, PlFrame frame) {
        if (to.oid() == Oids.RECORD || isRow(to.oid())) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof PgRecord record)) {
                throw new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "cannot return non-composite value from function returning composite type");
            }
            if (to.oid() == Oids.RECORD) {
                return fitted(record);
            }
            return record.typeOid() == to.oid()
                    ? record
                    : interpreter.values().row(to.oid(), record.types(), record.fields());
        }
        if (frame.returnedType == null && from == null) {
            return null;
        }
        return interpreter.values().convert(value, from, to);
    }

    /// A record as the caller wants it.
    private Object fitted(PgRecord record) {
        RowShape wanted = interpreter.body().rowShape();
        if (wanted == null) {
            return record;
        }
        if (wanted.types().size() != record.types().size()) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH, "returned record type does not match expected record type")
                    .detail("Number of returned columns (%d) does not match expected column count (%d)."
                            .formatted(record.types().size(), wanted.types().size()));
        }
        Object[] fields = new Object[record.fields().length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = interpreter
                    .values()
                    .convert(
                            record.fields()[i],
                            record.types().get(i),
                            wanted.types().get(i));
        }
        return new PgRecord(Oids.RECORD, wanted.names(), wanted.types(), fields);
    }
}
