/// The seam between a client's protocol and the execution of its statements.
///
/// One thread at a time calls a session, in blocking style; only [Session#cancel()] may come from any other thread.
package io.pglitedb.executor.session;
