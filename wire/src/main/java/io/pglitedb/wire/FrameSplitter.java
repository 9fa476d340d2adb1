package io.pglitedb.wire;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.MessageReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts the client's bytes into frames. A length that cannot be, or a type that is not expected, ends the stream
/// with
/// one [Event.Refused]. Until a client is authenticated it gets one frame at a time: after each the splitter
/// holds until
/// it is told what to expect, so that a stranger can make the server keep a few kilobytes only.
final class FrameSplitter {
    enum Expected {
        NOTHING,
        /// Without a type byte.
        STARTUP,
        AUTHENTICATION,
        MESSAGES
    }

    /// PostgreSQL's limits, in bytes: a startup packet, an answer to an authentication request, and a message
    /// that needs
    /// no large body.
    private static final int STARTUP_LIMIT = 10_000;

    private static final int AUTHENTICATION_LIMIT = 65_535;
    private static final int SMALL_LIMIT = 10_000;
    private static final String LARGE_TYPES = "QPBFd";

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NOTHING_UNREAD = {};

    private final int largeLimit;
    private Expected expected = Expected.STARTUP;
    /// Bytes [from, to) wait for the rest of their frame.
    private byte[] unread = NOTHING_UNREAD;

    private int from;
    private int to;
    private boolean refused;

    FrameSplitter(int largeLimit) {
        this.largeLimit = largeLimit;
    }

    void expect(Expected next) {
        expected = next;
    }

    boolean holds() {
        return expected == Expected.NOTHING;
    }

    boolean hasUnread() {
        return from < to;
    }

    /// Takes the array over.
    void append(byte[] more) {
        if (from == to) {
            unread = more;
            from = 0;
            to = more.length;
            return;
        }
        int size = to - from;
        if (to + more.length > unread.length) {
            boolean fits = size + more.length <= unread.length;
            byte[] target = fits ? unread : new byte[Math.max(size + more.length, 2 * size)];
            System.arraycopy(unread, from, target, 0, size);
            unread = target;
            from = 0;
            to = size;
        }
        System.arraycopy(more, 0, unread, to, more.length);
        to += more.length;
    }

    /// Hands every frame that is complete and expected to the consumer.
    void split(Consumer<Event> frames) {
        for (Event event = next(); event != null; event = next()) {
            frames.accept(event);
        }
        if (from == to) {
            discard();
        }
    }

    void discard() {
        unread = NOTHING_UNREAD;
        from = 0;
        to = 0;
    }

    /// Null when more bytes are needed, or nothing is expected.
    private Event next() {
        if (refused) {
            discard();
            return null;
        }
        int header = expected == Expected.STARTUP ? Integer.BYTES : 1 + Integer.BYTES;
        if (holds() || to - from < header) {
            return null;
        }
        char type = expected == Expected.STARTUP ? 0 : (char) (unread[from] & 0xff);
        int length = (int) INT.get(unread, from + header - Integer.BYTES);
        PgException refusal = refusal(type, length);
        if (refusal != null) {
            refused = true;
            discard();
            return new Event.Refused(refusal.report());
        }
        int bodyLength = length - Integer.BYTES;
        if (to - from - header < bodyLength) {
            return null;
        }
        from += header;
        byte[] body = Arrays.copyOfRange(unread, from, from + bodyLength);
        from += bodyLength;
        if (expected != Expected.MESSAGES) {
            expected = Expected.NOTHING;
        }
        return new Event.Frame(type, body);
    }

    /// Null when the frame may come.
    private PgException refusal(char type, int length) {
        return switch (expected) {
            case STARTUP ->
                length < 2 * Integer.BYTES || length > STARTUP_LIMIT
                        ? violation("invalid length of startup packet")
                        : null;
            case AUTHENTICATION ->
                type == 'p'
                        ? checkLength(length, AUTHENTICATION_LIMIT)
                        : violation("expected SASL response, got message type " + (int) type);
            case MESSAGES ->
                MessageReader.TYPES.indexOf(type) >= 0
                        ? checkLength(length, LARGE_TYPES.indexOf(type) >= 0 ? largeLimit : SMALL_LIMIT)
                        : MessageReader.invalidType(type);
            case NOTHING -> throw new IllegalStateException("nothing is expected");
        };
    }

    private static PgException checkLength(int length, int limit) {
        return length < Integer.BYTES || length > limit ? violation("invalid message length") : null;
    }

    private static PgException violation(String message) {
        return PgException.fatal(SqlState.PROTOCOL_VIOLATION, message);
    }
}
