package io.pglitedb.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// A second descriptor of a client's socket, by which the thread that answers the client reads and writes without
/// the event loop between. Being a descriptor of its own it stays valid when the channel is closed meanwhile.
/// Linux only. Used by one thread, from the constructor to [#close]. No method tells why it failed: the event
/// loop, which sees the same socket, will.
final class BorrowedSocket implements AutoCloseable {
    /// Bytes that one call takes or gives at most.
    static final int CAPACITY = 1 << 14;

    private static final short POLLIN = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final long EVENTS_OFFSET = 4; // struct pollfd: int fd, short events, short revents
    private static final long POLLFD_BYTES = 8;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle DUP = function("dup", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle RECV =
            function("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle SEND =
            function("send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    /// One for each thread: making it costs more than a message.
    private static final ThreadLocal<MemorySegment> MEMORY =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(POLLFD_BYTES + CAPACITY, Integer.BYTES));

    private final int descriptor;
    private final MemorySegment poll;
    private final MemorySegment buffer;

    /// @param socket descriptor of an open socket; it remains its owner's
    BorrowedSocket(int socket) {
        try {
            descriptor = (int) DUP.invokeExact(socket);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
        poll = MEMORY.get().asSlice(0, POLLFD_BYTES);
        buffer = MEMORY.get().asSlice(POLLFD_BYTES);
        poll.set(JAVA_INT, 0, descriptor);
        poll.set(JAVA_SHORT, EVENTS_OFFSET, POLLIN);
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
    }

    /// False when nothing has come, nor an end or an error, for so long.
    boolean awaitReadable(int millis) {
        try {
            return (int) POLL.invokeExact(poll, 1L, millis) > 0;
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    /// What has come, without waiting; empty when nothing has, or the client has ended, or the socket is broken.
    byte[] read() {
        long count;
        try {
            count = (long) RECV.invokeExact(descriptor, buffer, (long) CAPACITY, MSG_DONTWAIT);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
        byte[] bytes = new byte[(int) Math.max(count, 0)];
        MemorySegment.copy(buffer, JAVA_BYTE, 0, bytes, 0, bytes.length);
        return bytes;
    }

    /// Sends what the socket takes without waiting, of at most [#CAPACITY] bytes; gives how many that were.
    int write(byte[] bytes, int length) {
        MemorySegment.copy(bytes, 0, buffer, JAVA_BYTE, 0, length);
        try {
            long count = (long) SEND.invokeExact(descriptor, buffer, (long) length, MSG_DONTWAIT | MSG_NOSIGNAL);
            return (int) Math.max(count, 0);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public void close() {
        try {
            int _ = (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }
}
