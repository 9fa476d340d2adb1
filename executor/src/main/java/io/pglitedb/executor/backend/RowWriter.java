package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.RowEncoder;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// Sends rows to the client, each column in its format.
final class RowWriter implements RowReceiver {
    private final ResponseSink sink;
    private final SessionContext session;
    private final ValueType[] types;
    private final boolean[] binary;

    RowWriter(ResponseSink sink, SessionContext session, ResultShape shape, List<ColumnFormat> formats) {
        this.sink = sink;
        this.session = session;
        this.types = new ValueType[formats.size()];
        this.binary = new boolean[formats.size()];
        for (int column = 0; column < types.length; column++) {
            types[column] = session.type(shape.columns().get(column).type());
            binary[column] = formats.get(column) == ColumnFormat.BINARY;
        }
    }

    @Override
    public void row(Object[] row) {
        RowEncoder encoder = sink.rows();
        encoder.begin(types.length);
        try {
            for (int column = 0; column < types.length; column++) {
                if (row[column] == null) {
                    encoder.nullValue();
                } else {
                    value(encoder, column, row[column]);
                }
            }
        } catch (RuntimeException | Error failure) {
            encoder.abandon();
            throw failure;
        }
        encoder.end();
        sink.rowWritten();
    }

    private void value(RowEncoder encoder, int column, Object value) {
        ByteWriter out = encoder.beginValue();
        if (binary[column]) {
            types[column].send(value, session, out);
        } else {
            types[column].print(value, session, out);
        }
        encoder.endValue();
    }
}
