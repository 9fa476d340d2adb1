package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.Oids;

/// Average bytes of values of a type that nothing more is known of. Source: PostgreSQL's get_typavgwidth.
public final class TypeWidths {
    private static final int UNKNOWN = 32;
    private static final int LONG_MAX = 1_000;
    private static final int HEADER = 4;

    private TypeWidths() {}

    public static int of(CatalogView catalog, int type, int typmod) {
        TypeDef definition = catalog.type(type);
        if (definition == null) {
            return UNKNOWN;
        }
        if (definition.length() > 0) {
            return definition.length();
        }
        if (typmod > HEADER && (type == Oids.BPCHAR || type == Oids.VARCHAR)) {
            int most = typmod;
            if (type == Oids.BPCHAR || most <= UNKNOWN) {
                return most;
            }
            return most < LONG_MAX ? UNKNOWN + (most - UNKNOWN) / 2 : UNKNOWN + (LONG_MAX - UNKNOWN) / 2;
        }
        return UNKNOWN;
    }
}
