package io.pglitedb.planner.plan;

import io.pglitedb.catalog.def.IndexDef;
import java.util.List;

/// Whether an index alone answers a scan.
public final class IndexCover {
    private IndexCover() {}

    /// @param attributes as [ScanTable#attributes]
    public static boolean covers(IndexDef index, List<Integer> attributes) {
        for (int attribute : attributes) {
            boolean held = attribute > 0
                    && (index.included().contains(attribute)
                            || index.keys().stream().anyMatch(key -> key.column() == attribute));
            if (!held) {
                return false;
            }
        }
        return index.method() == BTREE;
    }

    private static final int BTREE = 403; // OID
}
