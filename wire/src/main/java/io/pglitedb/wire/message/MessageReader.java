package io.pglitedb.wire.message;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bodies of messages to records. A body that is shorter or longer than its content raises 08P01.
public final class MessageReader {
    /// The type bytes a client may send after startup and authentication.
    public static final String TYPES = "QPBDECSHXFdcf";

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_ENCRYPTION_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;

    private static final char REPLACEMENT = '\uFFFD';

    private final ByteReader in;

    private MessageReader(byte[] body) {
        this.in = new ByteReader(body);
    }

    public static FrontendMessage read(char type, byte[] body) {
        MessageReader reader = new MessageReader(body);
        FrontendMessage message = reader.message(type, body);
        if (reader.in.remaining() != 0) {
            throw invalidFormat();
        }
        return message;
    }

    private FrontendMessage message(char type, byte[] body) {
        return switch (type) {
            case 'Q' -> new FrontendMessage.Query(string());
            case 'P' -> new FrontendMessage.Parse(string(), string(), oids());
            case 'B' -> new FrontendMessage.Bind(string(), string(), formats(), values(), formats());
            case 'D' ->
                statementOrPortal("DESCRIBE")
                        ? new FrontendMessage.DescribeStatement(string())
                        : new FrontendMessage.DescribePortal(string());
            case 'C' ->
                statementOrPortal("CLOSE")
                        ? new FrontendMessage.CloseStatement(string())
                        : new FrontendMessage.ClosePortal(string());
            // A negative limit means none, as 0 does.
            case 'E' -> new FrontendMessage.Execute(string(), Math.max(0, in.getInt()));
            case 'S' -> new FrontendMessage.Sync();
            case 'H' -> new FrontendMessage.Flush();
            case 'X' -> {
                in.skip(in.remaining());
                yield new FrontendMessage.Terminate();
            }
            case 'F' -> new FrontendMessage.FunctionCall(in.getInt(), formats(), values(), format());
            case 'd' -> {
                in.skip(in.remaining());
                yield new FrontendMessage.CopyData(body);
            }
            case 'c' -> new FrontendMessage.CopyDone();
            case 'f' -> new FrontendMessage.CopyFail(string());
            default -> throw invalidType(type);
        };
    }

    public static PgException invalidType(char type) {
        return PgException.fatal(SqlState.PROTOCOL_VIOLATION, "invalid frontend message type " + (int) type);
    }

    public static SaslInitialResponse readSaslInitialResponse(byte[] body) {
        MessageReader reader = new MessageReader(body);
        String mechanism = reader.string();
        byte[] data = reader.value();
        if (reader.in.remaining() != 0) {
            throw invalidFormat();
        }
        return new SaslInitialResponse(mechanism, Optional.ofNullable(data));
    }

    public static String readPassword(byte[] body) {
        MessageReader reader = new MessageReader(body);
        String password = reader.string();
        if (reader.in.remaining() != 0) {
            throw PgException.fatal(SqlState.PROTOCOL_VIOLATION, "invalid password packet size");
        }
        return password;
    }

    public static StartupPacket readStartup(byte[] body) {
        MessageReader reader = new MessageReader(body);
        int code = reader.in.getInt();
        return switch (code) {
            case SSL_REQUEST -> new StartupPacket.SslRequest();
            case GSS_ENCRYPTION_REQUEST -> new StartupPacket.GssEncryptionRequest();
            case CANCEL_REQUEST -> new StartupPacket.CancelRequest(reader.in.getInt(), reader.in.getInt());
            default -> new StartupPacket.Startup(code >>> 16, code & 0xffff, reader.parameters(code >>> 16));
        };
    }

    private Map<String, String> parameters(int majorVersion) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (majorVersion != 3) {
            return parameters; // The layout of other versions is not known.
        }
        for (String name = string(); !name.isEmpty(); name = string()) {
            parameters.put(name, string());
        }
        if (in.remaining() != 0) {
            throw PgException.fatal(
                    SqlState.PROTOCOL_VIOLATION, "invalid startup packet layout: expected terminator as last byte");
        }
        return parameters;
    }

    private boolean statementOrPortal(String command) {
        int kind = in.getUnsignedByte();
        return switch (kind) {
            case 'S' -> true;
            case 'P' -> false;
            default ->
                throw new PgException(SqlState.PROTOCOL_VIOLATION, "invalid " + command + " message subtype " + kind);
        };
    }

    private int count() {
        return Short.toUnsignedInt(in.getShort());
    }

    private int[] oids() {
        int[] oids = new int[count()];
        for (int i = 0; i < oids.length; i++) {
            oids[i] = in.getInt();
        }
        return oids;
    }

    private List<ColumnFormat> formats() {
        int count = count();
        List<ColumnFormat> formats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            formats.add(format());
        }
        return formats;
    }

    private ColumnFormat format() {
        int code = in.getShort();
        return switch (code) {
            case 0 -> ColumnFormat.TEXT;
            case 1 -> ColumnFormat.BINARY;
            default -> throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + code);
        };
    }

    private byte[][] values() {
        byte[][] values = new byte[count()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        return values;
    }

    /// Null when the length says so.
    private byte[] value() {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
        }
        return in.getBytes(length);
    }

    private String string() {
        byte[] bytes = in.array();
        int start = in.position();
        int end = start;
        while (end < in.limit() && bytes[end] != 0) {
            end++;
        }
        if (end == in.limit()) {
            throw new PgException(SqlState.PROTOCOL_VIOLATION, "invalid string in message");
        }
        in.position(end + 1);
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // Sent so, or put there for bytes that are not UTF-8.
            checkUtf8(ByteBuffer.wrap(bytes, start, end - start));
        }
        return text;
    }

    private static void checkUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException malformed) {
            throw new PgException(
                    SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\"", malformed);
        }
    }

    private static PgException invalidFormat() {
        return new PgException(SqlState.PROTOCOL_VIOLATION, "invalid message format");
    }
}
