package io.pglitedb.planner.optimizer.from;

import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.types.Oids;

/// The columns that every table has without declaring them. Source: PostgreSQL's heap.c, SysAtt.
final class SystemColumns {
    private SystemColumns() {}

    static PlanColumn column(String alias, int attribute) {
        return switch (attribute) {
            case -1 -> new PlanColumn(alias + ".ctid", Oids.TID, -1, 0);
            case -2 -> new PlanColumn(alias + ".xmin", Oids.XID, -1, 0);
            case -3 -> new PlanColumn(alias + ".cmin", Oids.CID, -1, 0);
            case -4 -> new PlanColumn(alias + ".xmax", Oids.XID, -1, 0);
            case -5 -> new PlanColumn(alias + ".cmax", Oids.CID, -1, 0);
            case -6 -> new PlanColumn(alias + ".tableoid", Oids.OID, -1, 0);
            default -> throw new IllegalArgumentException("no system column " + attribute);
        };
    }
}
