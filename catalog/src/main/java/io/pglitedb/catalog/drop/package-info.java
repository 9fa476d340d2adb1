/// DROP: `DropTargets` finds everything that goes along, `Drop` refuses or reports it in PostgreSQL's words, and
/// `ObjectRemoval` deletes the rows of each object.
package io.pglitedb.catalog.drop;
