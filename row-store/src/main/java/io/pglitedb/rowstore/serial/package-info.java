/// SERIALIZABLE: serializable snapshot isolation. Transactions tell what they read and write; a read of something
/// that a concurrent transaction writes makes an edge reader → writer, and the structures of edges that every
/// cycle contains end a transaction with 40001. Start at [SerialConflicts].
///
/// Sources: M. Cahill, U. Röhm, A. Fekete: Serializable Isolation for Snapshot Databases; D. Ports, K. Grittner:
/// Serializable Snapshot Isolation in PostgreSQL; the rules of PostgreSQL's README-SSI.
package io.pglitedb.rowstore.serial;
