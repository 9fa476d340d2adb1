package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.types.DomainCheck;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Checks of domains for values that come from outside; compiled once while the catalog stays what it is. One
/// session's.
public final class DomainValues implements DomainCheck {
    private final Supplier<CatalogView> catalog;
    private final SessionContext session;
    /// Over rows of one value.
    private final Map<Integer, Evaluator> byDomain = new HashMap<>();
    private long version = -1;

    public DomainValues(Supplier<CatalogView> catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    @Override
    public void check(int domain, Object value) {
        CatalogView now = catalog.get();
        if (now.version() != version) {
            byDomain.clear();
            version = now.version();
        }
        Evaluator known = byDomain.get(domain);
        if (known == null) {
            known = new ExpressionCompiler(now, session, FunctionRegistry.standard())
                    .domain(row -> row[0], now.type(domain));
            byDomain.put(domain, known);
        }
        known.evaluate(new Object[] {value});
    }
}
