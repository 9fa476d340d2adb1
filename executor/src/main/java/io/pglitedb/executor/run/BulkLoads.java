package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.TieringPolicy;
import io.pglitedb.tiering.load.SegmentLoader;
import java.util.function.Supplier;

/// How statements write many rows straight into segments.
///
/// @param server the settings that sessions start from
/// @param rowsBefore so many rows of a statement are written as others are; negative: all
public record BulkLoads(Tiering tiering, Supplier<SessionSettings> server, long rowsBefore) {
    /// Nothing goes into segments.
    public static final BulkLoads NONE = new BulkLoads(null, null, -1);

    /// Null for a table, or a transaction, whose rows are to be written as others are.
    public SegmentLoader begin(TableDef table, Execution execution) {
        // What SERIALIZABLE transactions write is told row by row.
        if (rowsBefore < 0
                || execution.transaction().isolation() == Isolation.SERIALIZABLE
                || !Tiering.applies(table)
                || !TieringPolicy.of(table, server.get()).automatic()) {
            return null;
        }
        return tiering.load(table, execution.transaction(), execution.catalog());
    }
}
