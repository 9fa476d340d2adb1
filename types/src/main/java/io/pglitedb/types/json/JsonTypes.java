package io.pglitedb.types.json;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.json.path.JsonPathValueType;
import java.util.List;

/// json and jsonb.
public final class JsonTypes implements TypeFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new JsonValueType(), new JsonbValueType(), new JsonPathValueType());
    }
}
