package io.pglitedb.types;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// A type that PostgreSQL has no default order, equality and hash for: what needs one is refused with 42883.
public abstract class UnorderedType implements ValueType {
    @Override
    public int compare(Object left, Object right) {
        throw missing("a comparison function");
    }

    @Override
    public boolean equal(Object left, Object right) {
        throw missing("an equality operator");
    }

    @Override
    public int hash(Object value) {
        throw missing("a hash function");
    }

    private PgException missing(String what) {
        return new PgException(
                SqlState.UNDEFINED_FUNCTION, "could not identify " + what + " for type " + TypeNames.of(oid()));
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        compare(value, value);
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw new IllegalStateException(TypeNames.of(oid()) + " has no key");
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }
}
