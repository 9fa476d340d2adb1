package io.pglitedb.wire;

import io.pglitedb.types.error.Report;

/// What wakes a connection's thread.
sealed interface Event {
    /// A message whose length is checked and whose body is not read yet; a startup packet has type 0.
    record Frame(char type, byte[] body) implements Event {}

    /// The byte stream cannot be understood from here on.
    record Refused(Report report) implements Event {}

    record NotificationsPending() implements Event {}

    record TerminationRequested(Report reason) implements Event {}

    /// The client has vanished, or the server has closed the connection.
    record Closed() implements Event {}
}
