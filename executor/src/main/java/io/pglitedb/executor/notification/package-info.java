/// LISTEN and NOTIFY: sessions put what they send into the hub when they commit, the hub puts it into the
/// mailboxes of those who listen, and a session empties its mailbox when it is idle.
package io.pglitedb.executor.notification;
