package io.pglitedb.wire.message;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import java.util.List;

/// Appends the server's messages to a buffer.
public final class MessageWriter {
    private final ByteWriter out;
    private int start;

    public MessageWriter(ByteWriter out) {
        this.out = out;
    }

    private void begin(char type) {
        start = out.size();
        out.putByte(type).putInt(0);
    }

    private void end() {
        // A message's length counts itself but not the type byte.
        out.setInt(start + 1, out.size() - start - 1);
    }

    private void string(String text) {
        out.putUtf8(text).putByte(0);
    }

    /// A message without a body.
    public void empty(char type) {
        begin(type);
        end();
    }

    public void authenticationOk() {
        begin('R');
        out.putInt(0);
        end();
    }

    public void authenticationCleartextPassword() {
        begin('R');
        out.putInt(3);
        end();
    }

    public void authenticationMd5Password(byte[] salt) {
        begin('R');
        out.putInt(5).putBytes(salt);
        end();
    }

    public void authenticationSasl(List<String> mechanisms) {
        begin('R');
        out.putInt(10);
        mechanisms.forEach(this::string);
        out.putByte(0);
        end();
    }

    public void authenticationSaslContinue(byte[] data) {
        begin('R');
        out.putInt(11).putBytes(data);
        end();
    }

    public void authenticationSaslFinal(byte[] data) {
        begin('R');
        out.putInt(12).putBytes(data);
        end();
    }

    public void negotiateProtocolVersion(List<String> unknownOptions) {
        begin('v');
        out.putInt(3 << 16).putInt(unknownOptions.size());
        unknownOptions.forEach(this::string);
        end();
    }

    public void backendKeyData(int processId, int cancelKey) {
        begin('K');
        out.putInt(processId).putInt(cancelKey);
        end();
    }

    public void readyForQuery(char status) {
        begin('Z');
        out.putByte(status);
        end();
    }

    public void parameterStatus(String name, String value) {
        begin('S');
        string(name);
        string(value);
        end();
    }

    public void parameterDescription(List<Integer> oids) {
        begin('t');
        out.putShort(oids.size());
        oids.forEach(out::putInt);
        end();
    }

    public void rowDescription(List<ResultColumn> columns) {
        begin('T');
        out.putShort(columns.size());
        for (ResultColumn column : columns) {
            string(column.name());
            out.putInt(column.tableOid()).putShort(column.columnNumber());
            out.putInt(column.typeOid()).putShort(column.typeSize());
            out.putInt(column.typeModifier()).putShort(column.format().ordinal());
        }
        end();
    }

    /// @param value null for SQL NULL
    public void functionResult(byte[] value) {
        begin('V');
        out.putInt(value == null ? -1 : value.length);
        out.putBytes(value == null ? new byte[0] : value);
        end();
    }

    public void commandComplete(String tag) {
        begin('C');
        string(tag);
        end();
    }

    public void notification(int processId, String channel, String payload) {
        begin('A');
        out.putInt(processId);
        string(channel);
        string(payload);
        end();
    }

    /// `type` is 'G' or 'H'.
    public void copyResponse(char type, ColumnFormat format, int columnCount) {
        begin(type);
        out.putByte(format.ordinal()).putShort(columnCount);
        for (int i = 0; i < columnCount; i++) {
            out.putShort(format.ordinal());
        }
        end();
    }

    public void copyData(byte[] source, int offset, int length) {
        begin('d');
        out.putBytes(source, offset, length);
        end();
    }

    /// An ErrorResponse or NoticeResponse by the report's severity.
    public void report(Report report) {
        begin(report.severity().compareTo(Severity.ERROR) >= 0 ? 'E' : 'N');
        String severity = report.severity().name();
        if (severity.startsWith("DEBUG")) {
            severity = "DEBUG";
        }
        field('S', severity);
        field('V', severity);
        field('C', report.code());
        field('M', report.message());
        field('D', report.detail());
        field('H', report.hint());
        field('P', position(report.position()));
        field('p', position(report.internalPosition()));
        field('q', report.internalQuery());
        field('W', report.where());
        field('s', report.schema());
        field('t', report.table());
        field('c', report.column());
        field('d', report.dataType());
        field('n', report.constraint());
        out.putByte(0);
        end();
    }

    private static String position(int position) {
        return position > 0 ? Integer.toString(position) : null;
    }

    private void field(char code, String text) {
        if (text != null) {
            out.putByte(code);
            string(text);
        }
    }
}
