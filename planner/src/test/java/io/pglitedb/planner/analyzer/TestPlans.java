package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.planner.Planner;
import io.pglitedb.planner.optimizer.PlanningInputs;
import io.pglitedb.planner.plan.PlannedStatement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/// Plans of statements over the test catalog, whose indexes can be read here.
public final class TestPlans {
    private static final CatalogView CATALOG = (CatalogView) Proxy.newProxyInstance(
            TestPlans.class.getClassLoader(), new Class<?>[] {CatalogView.class}, (proxy, method, arguments) -> {
                try {
                    Object answer = method.invoke(TestCatalog.CATALOG, arguments);
                    return method.getName().equals("indexes")
                            ? ((List<?>) answer)
                                    .stream()
                                            .map(index -> stored((IndexDef) index))
                                            .toList()
                            : answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private TestPlans() {}

    private static IndexDef stored(IndexDef index) {
        return new IndexDef(
                index.oid(),
                index.name(),
                index.namespace(),
                index.table(),
                index.method(),
                1,
                index.unique(),
                index.primary(),
                index.nullsNotDistinct(),
                index.exclusion(),
                index.immediate(),
                index.clustered(),
                index.valid(),
                index.ready(),
                index.replicaIdentity(),
                index.keys(),
                index.included(),
                index.expressions(),
                index.predicate());
    }

    public static PlannedStatement plan(String sql) {
        return Planner.plan(
                TestCatalog.analyze(sql, ParameterTypes.none()),
                CATALOG,
                TestCatalog.SESSION,
                List.of(),
                PlanningInputs.NONE);
    }
}
