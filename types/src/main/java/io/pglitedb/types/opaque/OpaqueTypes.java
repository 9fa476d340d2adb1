package io.pglitedb.types.opaque;

import io.pglitedb.types.Oids;
import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import java.util.List;

/// The values of extended statistics, BRIN summaries and GiST keys of tsvector.
public final class OpaqueTypes implements TypeFamily {
    @Override
    public List<ValueType> types() {
        return List.of(
                new OutputOnlyType(Oids.PG_NDISTINCT, true),
                new OutputOnlyType(Oids.PG_DEPENDENCIES, true),
                new OutputOnlyType(Oids.PG_MCV_LIST, false),
                new OutputOnlyType(Oids.GTSVECTOR, true),
                new OutputOnlyType(Oids.PG_BRIN_BLOOM_SUMMARY, true),
                new OutputOnlyType(Oids.PG_BRIN_MINMAX_MULTI_SUMMARY, true));
    }
}
