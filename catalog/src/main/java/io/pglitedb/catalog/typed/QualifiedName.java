package io.pglitedb.catalog.typed;

/// @param namespace OID
record QualifiedName(int namespace, String name) {}
