/// References to catalog objects: the reg* types, whose values are OIDs, and the interfaces by which they ask the
/// session for names.
package io.pglitedb.types.reference;
