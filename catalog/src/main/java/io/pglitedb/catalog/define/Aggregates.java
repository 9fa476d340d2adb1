package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Set;

/// Makes aggregates: a pg_proc row of kind a and its pg_aggregate row. Source: PostgreSQL 15, `AggregateCreate`.
public final class Aggregates {
    private static final SystemTable TABLE = SystemTables.table("pg_aggregate");
    private static final SystemIndex BY_FUNCTION = SystemTables.index("pg_aggregate_fnoid_index");

    private final CatalogWriter writer;

    public Aggregates(CatalogWriter writer) {
        this.writer = writer;
    }

    /// OID of the function.
    ///
    /// @param function of kind a
    /// @param definition its `function` is not looked at
    public int create(FunctionDef function, AggregateDef definition, boolean replace) {
        int oid = new Functions(writer).create(function, Set.of(), replace);
        SystemRow before = writer.row(BY_FUNCTION, oid);
        if (before == null) {
            writer.insert(TABLE, row(definition).set("aggfnoid", oid));
        } else {
            writer.update(before, row(definition));
        }
        new Dependencies(writer)
                .recordAll(
                        ObjectAddress.function(oid),
                        List.of(
                                ObjectAddress.function(definition.transition()),
                                ObjectAddress.function(definition.finish()),
                                ObjectAddress.function(definition.combine()),
                                ObjectAddress.function(definition.serialize()),
                                ObjectAddress.function(definition.deserialize()),
                                ObjectAddress.function(definition.movingTransition()),
                                ObjectAddress.function(definition.movingInverse()),
                                ObjectAddress.function(definition.movingFinish()),
                                ObjectAddress.of(ClassOid.OPERATOR, definition.sortOperator())),
                        DependencyType.NORMAL);
        return oid;
    }

    private static RowValues row(AggregateDef aggregate) {
        return new RowValues()
                .set("aggkind", aggregate.kind())
                .set("aggnumdirectargs", aggregate.directArguments())
                .set("aggtransfn", aggregate.transition())
                .set("aggfinalfn", aggregate.finish())
                .set("aggcombinefn", aggregate.combine())
                .set("aggserialfn", aggregate.serialize())
                .set("aggdeserialfn", aggregate.deserialize())
                .set("aggmtransfn", aggregate.movingTransition())
                .set("aggminvtransfn", aggregate.movingInverse())
                .set("aggmfinalfn", aggregate.movingFinish())
                .set("aggfinalextra", aggregate.finishTakesArguments())
                .set("aggmfinalextra", aggregate.movingFinishTakesArguments())
                .set("aggfinalmodify", aggregate.finalModify())
                .set("aggmfinalmodify", aggregate.movingFinalModify())
                .set("aggsortop", aggregate.sortOperator())
                .set("aggtranstype", aggregate.stateType())
                .set("aggtransspace", aggregate.stateSpace())
                .set("aggmtranstype", aggregate.movingStateType())
                .set("aggmtransspace", aggregate.movingStateSpace())
                .set("agginitval", aggregate.initialState().orElse(null))
                .set("aggminitval", aggregate.movingInitialState().orElse(null));
    }
}
