package io.pglitedb.types.json.path;

import io.pglitedb.types.value.Jsonb;

/// What the ids of keyvalue() are relative to: the document itself is number 0, the variables are 1, results of
/// keyvalue() count from there.
final class PathDocument {
    private static final long NUMBER_STEP = 10_000_000_000L;

    private final Jsonb root;
    private final int number;
    private ObjectIds ids;

    PathDocument(Jsonb root, int number) {
        this.root = root;
        this.number = number;
    }

    long idOf(Jsonb item) {
        if (ids == null) {
            ids = new ObjectIds(root);
        }
        return number * NUMBER_STEP + ids.of(item);
    }
}
