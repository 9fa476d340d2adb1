package io.pglitedb.types.textsearch;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// tsvector and tsquery.
public final class TextSearchFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(TsVectorType.TSVECTOR, TsQueryType.TSQUERY);
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                VectorFunctions.class,
                QueryFunctions.class,
                RankingFunctions.class,
                DocumentFunctions.class,
                JsonDocumentFunctions.class,
                HeadlineFunctions.class,
                DebugFunctions.class);
    }
}
