package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.TableDef;

/// Which version of which row a scan gave ([io.pglitedb.planner.plan.ScanTable#ROW_IDENTITY]).
///
/// @param transactionId who wrote the version
/// @param stored the version, header included; not to be changed
public record RowIdentity(TableDef table, long rowid, long transactionId, byte[] stored) {}
