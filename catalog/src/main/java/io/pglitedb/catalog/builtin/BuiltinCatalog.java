package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.typed.Answers;
import io.pglitedb.catalog.typed.Answers.Answer;
import io.pglitedb.catalog.typed.CatalogSource;
import io.pglitedb.catalog.typed.Lookup;
import io.pglitedb.catalog.typed.TypedCatalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What every fresh database holds, without storage: enough to analyze. Read once in a process, on first use.
public final class BuiltinCatalog {
    private static final int POSTGRES = 5;

    private static final class Holder {
        static final CatalogView INSTANCE = new TypedCatalog(new Source(), POSTGRES, SearchPath.DEFAULT);
    }

    private static final class Source implements CatalogSource {
        private final FactReader reader = new FactReader();
        private final Map<Lookup<?, ?>, Answers> answers = new ConcurrentHashMap<>();

        @Override
        public <K, V> V find(Lookup<K, V> lookup, K key) {
            Answers ofLookup = answers.computeIfAbsent(lookup, _ -> new Answers());
            Answer<V> known = ofLookup.get(lookup, key);
            if (known != null) {
                return known.value();
            }
            V answer = lookup.load(reader, key);
            ofLookup.put(key, answer);
            return answer;
        }

        @Override
        public long version() {
            return 0;
        }
    }

    private BuiltinCatalog() {}

    public static CatalogView instance() {
        return Holder.INSTANCE;
    }
}
