package io.pglitedb.types.text;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import java.util.List;

public final class TextTypes implements TypeFamily {
    @Override
    public List<ValueType> types() {
        return List.of(
                TextType.TEXT,
                VarcharType.VARCHAR,
                BpcharType.BPCHAR,
                NameType.NAME,
                UnknownType.UNKNOWN,
                CstringType.CSTRING,
                NodeTreeType.NODE_TREE);
    }
}
