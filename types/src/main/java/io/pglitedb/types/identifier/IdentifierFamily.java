package io.pglitedb.types.identifier;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// oid, xid, cid, xid8, pg_lsn, uuid, tid, "char", void.
public final class IdentifierFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(
                new OidType(),
                new XidType(),
                new CidType(),
                new Xid8Type(),
                new LsnType(),
                new UuidType(),
                new TidType(),
                new CharType(),
                new VoidType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(IdentifierFunctions.class, LsnFunctions.class);
    }
}
