package io.pglitedb.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.MessageReader;
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

    private final int largeLimit;
    private Expected expected = Expected.STARTUP;
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
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
        return unread.isReadable();
    }

    /// Takes the buffer over.
    void append(ByteBufAllocator allocator, ByteBuf more) {
        unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, unread, more);
    }

    /// Hands every frame that is complete and expected to the consumer.
    void split(Consumer<Event> frames) {
        for (Event event = next(unread); event != null; event = next(unread)) {
            frames.accept(event);
        }
        if (!unread.isReadable()) {
            discard();
        }
    }

    /// Gives the buffer back.
    void discard() {
        unread.release();
        unread = Unpooled.EMPTY_BUFFER;
    }

    /// Null when more bytes are needed, or nothing is expected.
    private Event next(ByteBuf in) {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return null;
        }
        int header = expected == Expected.STARTUP ? Integer.BYTES : 1 + Integer.BYTES;
        if (holds() || in.readableBytes() < header) {
            return null;
        }
        int at = in.readerIndex();
        char type = expected == Expected.STARTUP ? 0 : (char) in.getUnsignedByte(at);
        int length = in.getInt(at + header - Integer.BYTES);
        PgException refusal = refusal(type, length);
        if (refusal != null) {
            refused = true;
            in.skipBytes(in.readableBytes());
            return new Event.Refused(refusal.report());
        }
        int bodyLength = length - Integer.BYTES;
        if (in.readableBytes() - header < bodyLength) {
            return null;
        }
        byte[] body = new byte[bodyLength];
        in.skipBytes(header).readBytes(body);
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
