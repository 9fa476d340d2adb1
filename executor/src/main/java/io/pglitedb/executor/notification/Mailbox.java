package io.pglitedb.executor.notification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// What has arrived for a session and was not given to its client yet. Thread-safe.
final class Mailbox {
    private final Queue<Notification> arrived = new ArrayDeque<>();
    private final Runnable wake;

    /// @param wake called after an arrival, from the sender's thread
    Mailbox(Runnable wake) {
        this.wake = wake;
    }

    void put(Notification notification) {
        synchronized (arrived) {
            arrived.add(notification);
        }
        wake.run();
    }

    List<Notification> take() {
        synchronized (arrived) {
            List<Notification> taken = new ArrayList<>(arrived);
            arrived.clear();
            return taken;
        }
    }
}
