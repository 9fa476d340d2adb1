package io.pglitedb.executor.backend;

/// How a cursor was declared.
///
/// @param scroll whether it may go backward
/// @param text of the DECLARE statement, empty for a portal of the protocol
/// @param createdAt µs since 2000-01-01 UTC
public record CursorOptions(boolean scroll, boolean hold, boolean binary, String text, long createdAt) {
    static CursorOptions portal(long createdAt) {
        return new CursorOptions(false, false, false, "", createdAt);
    }
}
