package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The function call message: a function by its OID, called as a query would.
final class FunctionCall {
    private final int oid;
    private final Backend session;
    private Object result;

    FunctionCall(int oid, Backend session) {
        this.oid = oid;
        this.session = session;
    }

    /// Null for SQL NULL.
    byte[] run(List<ColumnFormat> formats, byte[][] values, ColumnFormat resultFormat, ResponseSink sink) {
        session.block().requireUsable();
        session.block().startCommand();
        FunctionDef function = find();
        if (values.length != function.argumentTypes().size()) {
            throw new PgException(
                    SqlState.PROTOCOL_VIOLATION,
                    "function call message contains %d arguments but function requires %d"
                            .formatted(values.length, function.argumentTypes().size()));
        }
        Object[] arguments = new ParameterReader(session).read("", "", function.argumentTypes(), formats, values);
        String sql = statement(function);
        StatementSource source = StatementSource.of(
                sql, SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst().statement(), function.argumentTypes());
        ResultShape shape = source.analysis(session).shape();
        QueryPortal portal = new QueryPortal(
                "",
                source,
                arguments,
                shape,
                List.of(resultFormat),
                CursorOptions.portal(session.context().statementTimestamp()),
                session);
        session.portals().put(portal);
        portal.run(0, row -> result = row[0], sink);
        session.portals().close("");
        byte[] encoded = encoded(shape.columns().getFirst().type(), resultFormat);
        session.block().finishCommand();
        return encoded;
    }

    private FunctionDef find() {
        FunctionDef function = session.catalog().function(oid);
        if (function == null) {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION,
                    "function with OID %s does not exist".formatted(Integer.toUnsignedString(oid)));
        }
        if (function.kind() != 'f' || function.returnsSet()) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "cannot call function \"%s\" via fastpath interface".formatted(function.name()));
        }
        return function;
    }

    private String statement(FunctionDef function) {
        String parameters = IntStream.rangeClosed(1, function.argumentTypes().size())
                .mapToObj(number -> "$" + number)
                .collect(Collectors.joining(", "));
        return "SELECT %s.%s(%s)"
                .formatted(
                        Quoting.identifier(session.catalog().namespaceName(function.namespace())),
                        Quoting.identifier(function.name()),
                        parameters);
    }

    private byte[] encoded(int type, ColumnFormat format) {
        if (result == null) {
            return null;
        }
        ValueType valueType = session.context().type(type);
        ByteWriter out = new ByteWriter(64);
        if (format == ColumnFormat.TEXT) {
            out.putBytes(valueType.toUtf8(result, session.context()).toByteArray());
        } else {
            valueType.send(result, session.context(), out);
        }
        return out.toByteArray();
    }
}
