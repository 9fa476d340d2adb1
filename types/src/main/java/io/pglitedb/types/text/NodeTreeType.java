package io.pglitedb.types.text;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;

/// An analyzed expression or query in the catalog. Only the server makes values.
public final class NodeTreeType extends CharacterType {
    static final NodeTreeType NODE_TREE = new NodeTreeType();

    private NodeTreeType() {
        super(Oids.PG_NODE_TREE);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot accept a value of type pg_node_tree");
    }
}
