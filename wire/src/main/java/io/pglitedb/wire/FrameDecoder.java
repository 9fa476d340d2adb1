package io.pglitedb.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.MessageReader;
import java.util.List;

/// Cuts the client's bytes into frames. A length that cannot be, or an unknown type, ends the stream with one
/// [Event.Refused].
final class FrameDecoder extends ByteToMessageDecoder {
    /// PostgreSQL's limits, in bytes: a startup packet, and a message that needs no large body.
    private static final int STARTUP_LIMIT = 10_000;

    private static final int SMALL_LIMIT = 10_000;
    private static final String LARGE_TYPES = "QPBFd";

    private final int largeLimit;
    private boolean starting = true;
    private boolean refused;

    FrameDecoder(int largeLimit) {
        this.largeLimit = largeLimit;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int header = starting ? Integer.BYTES : 1 + Integer.BYTES;
        if (in.readableBytes() < header) {
            return;
        }
        int at = in.readerIndex();
        char type = starting ? 0 : (char) in.getUnsignedByte(at);
        if (!starting && MessageReader.TYPES.indexOf(type) < 0) {
            refuse(MessageReader.invalidType(type), in, out);
            return;
        }
        int length = in.getInt(at + header - Integer.BYTES);
        int limit = starting ? STARTUP_LIMIT : LARGE_TYPES.indexOf(type) >= 0 ? largeLimit : SMALL_LIMIT;
        int least = starting ? 2 * Integer.BYTES : Integer.BYTES;
        if (length < least || length > limit) {
            String message = starting ? "invalid length of startup packet" : "invalid message length";
            refuse(PgException.fatal(SqlState.PROTOCOL_VIOLATION, message), in, out);
            return;
        }
        int bodyLength = length - Integer.BYTES;
        if (in.readableBytes() - header < bodyLength) {
            return;
        }
        in.skipBytes(header);
        if (starting) {
            starting = !MessageReader.endsStartup(in.getInt(in.readerIndex()));
        }
        byte[] body = new byte[bodyLength];
        in.readBytes(body);
        out.add(new Event.Frame(type, body));
    }

    private void refuse(PgException refusal, ByteBuf in, List<Object> out) {
        refused = true;
        in.skipBytes(in.readableBytes());
        out.add(new Event.Refused(refusal.report()));
    }
}
