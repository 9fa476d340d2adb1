package io.pglitedb.types.json;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.numeric.NumericBuckets;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;

/// PostgreSQL's hash functions of jsonb, which hash partitions show: a walk over the tokens.
public final class JsonbHash {
    private static final int ARRAY = 0x4000_0000;
    private static final int OBJECT = 0x2000_0000;
    private static final int NULL = 1;
    private static final int TRUE = 2;
    private static final int FALSE = 4;

    private JsonbHash() {}

    private static boolean isEmpty(Jsonb tree) {
        return tree.equals(Jsonb.EMPTY_ARRAY) || tree.equals(Jsonb.EMPTY_OBJECT);
    }

    /// A scalar counts as an array of itself.
    @Prosrc("jsonb_hash")
    public static int hash(Jsonb tree) {
        if (isEmpty(tree)) {
            return 0;
        }
        return tree.isScalar() ? add(ARRAY, tree) : add(0, tree);
    }

    private static int add(int before, Jsonb tree) {
        int hash = before;
        switch (tree) {
            case Jsonb.Arr array -> {
                hash ^= ARRAY;
                for (Jsonb element : array.elements()) {
                    hash = add(hash, element);
                }
            }
            case Jsonb.Obj object -> {
                hash ^= OBJECT;
                for (int i = 0; i < object.keys().size(); i++) {
                    hash = Integer.rotateLeft(hash, 1) ^ ofString(object.keys().get(i));
                    hash = add(hash, object.values().get(i));
                }
            }
            case Jsonb.Null _ -> hash = Integer.rotateLeft(hash, 1) ^ NULL;
            case Jsonb.Bool(boolean value) -> hash = Integer.rotateLeft(hash, 1) ^ (value ? TRUE : FALSE);
            case Jsonb.Str(Utf8 value) -> hash = Integer.rotateLeft(hash, 1) ^ ofString(value);
            case Jsonb.Num(var value) -> hash = Integer.rotateLeft(hash, 1) ^ NumericBuckets.hash(Numeric.of(value));
        }
        return hash;
    }

    private static int ofString(Utf8 text) {
        return JenkinsHash.hash(text.array(), text.offset(), text.length());
    }

    @Prosrc("jsonb_hash_extended")
    public static long hash(Jsonb tree, long seed) {
        if (isEmpty(tree)) {
            return seed;
        }
        return tree.isScalar() ? add(twice(ARRAY), tree, seed) : add(0, tree, seed);
    }

    private static long twice(int flag) {
        return (long) flag << 32 | flag;
    }

    private static long add(long before, Jsonb tree, long seed) {
        long hash = before;
        switch (tree) {
            case Jsonb.Arr array -> {
                hash ^= twice(ARRAY);
                for (Jsonb element : array.elements()) {
                    hash = add(hash, element, seed);
                }
            }
            case Jsonb.Obj object -> {
                hash ^= twice(OBJECT);
                for (int i = 0; i < object.keys().size(); i++) {
                    hash = JenkinsHash.rotateHalves(hash)
                            ^ ofString(object.keys().get(i), seed);
                    hash = add(hash, object.values().get(i), seed);
                }
            }
            case Jsonb.Null _ -> hash = JenkinsHash.rotateHalves(hash) ^ seed + NULL;
            case Jsonb.Bool(boolean value) -> hash = JenkinsHash.rotateHalves(hash) ^ ofTruth(value, seed);
            case Jsonb.Str(Utf8 value) -> hash = JenkinsHash.rotateHalves(hash) ^ ofString(value, seed);
            case Jsonb.Num(var value) ->
                hash = JenkinsHash.rotateHalves(hash) ^ NumericBuckets.hash(Numeric.of(value), seed);
        }
        return hash;
    }

    private static long ofTruth(boolean value, long seed) {
        return seed != 0 ? JenkinsHash.hash(value ? 1 : 0, seed) : value ? TRUE : FALSE;
    }

    private static long ofString(Utf8 text, long seed) {
        return JenkinsHash.hash(text.array(), text.offset(), text.length(), seed);
    }
}
