package io.pglitedb.types.value;

import io.pglitedb.types.SqlType;
import java.util.List;

/// The carrier of record and of composite types.
///
/// @param typeOid the composite type, 2249 (record) for an anonymous row
/// @param names of the fields
/// @param types of the fields, one each
/// @param fields values, null for SQL NULL; not to be changed
public record PgRecord(int typeOid, List<String> names, List<SqlType> types, Object[] fields) {}
