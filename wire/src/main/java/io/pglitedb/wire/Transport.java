package io.pglitedb.wire;

import io.pglitedb.wire.tls.ServerCertificate;

/// The way between a connection and its client. What arrives goes to the connection's [Mailbox].
interface Transport {
    /// An IP address; empty for a client in the same process.
    String clientAddress();

    boolean isOpen();

    /// Puts a copy of the first `length` bytes on its way. Does not block.
    void send(byte[] bytes, int length);

    /// False while the client has much to read yet.
    boolean isWritable();

    /// Waits until the client has read enough of what was sent, or has vanished, or [#wake] is called.
    void awaitWritable() throws InterruptedException;

    /// Says what the client may send next, after a frame that came before authentication.
    void expect(FrameSplitter.Expected next);

    /// Agrees to encryption and starts it.
    void encrypt(ServerCertificate certificate);

    /// Takes no more from the client for a while, or again.
    void read(boolean reading);

    /// For the thread that answers the client, when it has no message left: waits up to `waitMillis` for more
    /// from the client and hands it to the connection. False when nothing has come or this transport cannot do
    /// so; then the thread must [#giveBack] what it has borrowed before it stops, or waits otherwise for the
    /// client.
    boolean receive(int waitMillis);

    /// Ends a series of calls of [#receive]. Idempotent.
    void giveBack();

    /// Makes [#awaitWritable] return. Any thread may call.
    void wake();

    /// After what was sent. Idempotent.
    void close();

    /// At once. Any thread may call; idempotent.
    void abort();
}
