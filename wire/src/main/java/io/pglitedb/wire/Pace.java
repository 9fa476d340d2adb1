package io.pglitedb.wire;

/// Tells whether a client sends its next message so soon after an answer that it pays to wait for it at the
/// socket. Used by the thread that answers the client.
final class Pace {
    /// How long to wait then; at most what a notification is late by.
    static final int WAIT_MILLIS = 4;

    private static final long SOON_NANOS = 2_000_000;
    private static final int STEADY = 4;

    private long restingSince;
    private int soonInARow;

    /// A message has come after a rest.
    void resumes() {
        soonInARow = System.nanoTime() - restingSince < SOON_NANOS ? soonInARow + 1 : 0;
    }

    void rests() {
        restingSince = System.nanoTime();
    }

    /// Waiting did not pay.
    void slackens() {
        soonInARow = 0;
    }

    boolean isSteady() {
        return soonInARow >= STEADY;
    }
}
