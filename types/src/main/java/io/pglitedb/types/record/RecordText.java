package io.pglitedb.types.record;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;

/// The text form `(a,"b c",)` and the binary form of rows.
final class RecordText {
    private RecordText() {}

    static Object[] parse(Utf8 text, CompositeValueType type, SessionContext session) {
        Object[] fields = new Object[type.types().size()];
        int at = 0;
        int end = text.length();
        while (at < end && isSpace(text.byteAt(at))) {
            at++;
        }
        if (at == end || text.byteAt(at++) != '(') {
            throw malformed(text, "Missing left parenthesis.");
        }
        ByteWriter item = new ByteWriter();
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                if (at == end || text.byteAt(at) != ',') {
                    throw malformed(text, "Too few columns.");
                }
                at++;
            }
            if (at < end && (text.byteAt(at) == ',' || text.byteAt(at) == ')')) {
                continue;
            }
            item.clear();
            at = readField(text, at, item);
            fields[i] = type.fieldType(i)
                    .parse(new Utf8(item.toByteArray()), type.types().get(i).typmod(), session);
        }
        if (at == end || text.byteAt(at++) != ')') {
            throw malformed(text, "Too many columns.");
        }
        while (at < end && isSpace(text.byteAt(at))) {
            at++;
        }
        if (at < end) {
            throw malformed(text, "Junk after right parenthesis.");
        }
        return fields;
    }

    private static int readField(Utf8 text, int start, ByteWriter item) {
        int at = start;
        boolean quoted = false;
        while (true) {
            if (at == text.length()) {
                throw malformed(text, "Unexpected end of input.");
            }
            int c = text.byteAt(at);
            if (!quoted && (c == ',' || c == ')')) {
                return at;
            }
            at++;
            if (c == '\\') {
                if (at == text.length()) {
                    throw malformed(text, "Unexpected end of input.");
                }
                item.putByte(text.byteAt(at++));
            } else if (c != '"') {
                item.putByte(c);
            } else if (quoted && at < text.length() && text.byteAt(at) == '"') {
                item.putByte('"');
                at++;
            } else {
                quoted = !quoted;
            }
        }
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private static PgException malformed(Utf8 text, String detail) {
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed record literal: \"%s\"".formatted(text))
                .detail(detail);
    }

    interface FieldTypes {
        ValueType of(int field);
    }

    static void print(PgRecord row, FieldTypes types, SessionContext session, ByteWriter out) {
        ByteWriter item = new ByteWriter();
        out.putByte('(');
        for (int i = 0; i < row.fields().length; i++) {
            if (i > 0) {
                out.putByte(',');
            }
            if (row.fields()[i] != null) {
                item.clear();
                types.of(i).print(row.fields()[i], session, item);
                printField(item, out);
            }
        }
        out.putByte(')');
    }

    private static void printField(ByteWriter item, ByteWriter out) {
        byte[] bytes = item.array();
        boolean quote = item.size() == 0;
        for (int i = 0; i < item.size() && !quote; i++) {
            int b = bytes[i];
            quote = b == '"' || b == '\\' || b == '(' || b == ')' || b == ',' || isSpace(b);
        }
        if (!quote) {
            out.putBytes(bytes, 0, item.size());
            return;
        }
        out.putByte('"');
        for (int i = 0; i < item.size(); i++) {
            if (bytes[i] == '"' || bytes[i] == '\\') {
                out.putByte(bytes[i]);
            }
            out.putByte(bytes[i]);
        }
        out.putByte('"');
    }

    static Object[] receive(ByteReader in, CompositeValueType type, SessionContext session) {
        int count = in.getInt();
        if (count != type.types().size()) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "wrong number of columns: %d, expected %d"
                            .formatted(count, type.types().size()));
        }
        Object[] fields = new Object[count];
        ByteReader item = new ByteReader(in.array(), 0, 0);
        for (int i = 0; i < count; i++) {
            int oid = in.getInt();
            int expected = type.types().get(i).oid();
            if (oid != expected) {
                throw new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "binary data has type %s (%s) instead of expected %s (%s) in record column %d"
                                .formatted(
                                        Integer.toUnsignedString(oid),
                                        session.typeName(oid),
                                        Integer.toUnsignedString(expected),
                                        session.typeName(expected),
                                        i + 1));
            }
            int length = in.getInt();
            if (length < -1 || length > in.remaining()) {
                throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "insufficient data left in message");
            }
            if (length >= 0) {
                item.wrap(in.array(), in.position(), length);
                in.skip(length);
                fields[i] = type.fieldType(i).receive(item, type.types().get(i).typmod(), session);
                if (item.remaining() > 0) {
                    throw new PgException(
                            SqlState.INVALID_BINARY_REPRESENTATION,
                            "improper binary format in record column " + (i + 1));
                }
            }
        }
        return fields;
    }

    static void send(PgRecord row, FieldTypes types, SessionContext session, ByteWriter out) {
        out.putInt(row.fields().length);
        for (int i = 0; i < row.fields().length; i++) {
            out.putInt(row.types().get(i).oid());
            if (row.fields()[i] == null) {
                out.putInt(-1);
                continue;
            }
            int start = out.size();
            out.putInt(0);
            types.of(i).send(row.fields()[i], session, out);
            out.setInt(start, out.size() - start - 4);
        }
    }
}
