package io.pglitedb.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps a client's bytes in order while two threads may read them, the event loop and the one that has borrowed
/// the socket: whoever reads holds the lock from before the system call until the bytes are appended. The event
/// loop takes it where Netty makes the buffer, right before the call. Bytes that did come are still to be
/// appended then, and [SocketTransport#channelRead] gives the lock back; otherwise that is done here.
final class ReadTurn extends RecvByteBufAllocator.DelegatingHandle implements RecvByteBufAllocator.ExtendedHandle {
    private final RecvByteBufAllocator.ExtendedHandle sizes;
    private final ReentrantLock lock;

    private ReadTurn(RecvByteBufAllocator.ExtendedHandle sizes, ReentrantLock lock) {
        super(sizes);
        this.sizes = sizes;
        this.lock = lock;
    }

    static RecvByteBufAllocator allocator(ReentrantLock lock) {
        AdaptiveRecvByteBufAllocator adaptive = new AdaptiveRecvByteBufAllocator();
        return () -> new ReadTurn((RecvByteBufAllocator.ExtendedHandle) adaptive.newHandle(), lock);
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
        ByteBuf target = super.allocate(allocator);
        lock.lock();
        return target;
    }

    @Override
    public void lastBytesRead(int bytes) {
        super.lastBytesRead(bytes);
        if (bytes <= 0) {
            end();
        }
    }

    /// Also after a call that failed.
    @Override
    public void readComplete() {
        super.readComplete();
        end();
    }

    private void end() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    @Override
    public boolean continueReading(UncheckedBooleanSupplier maybeMoreData) {
        return sizes.continueReading(maybeMoreData);
    }
}
