package io.pglitedb.executor.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.executor.backend.ServerScript;
import io.pglitedb.executor.statistics.ActivityCounters.Changed;
import io.pglitedb.executor.statistics.analyze.TableAnalysis;
import io.pglitedb.types.text.Quoting;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Analyzes tables that have changed much: more rows than `autovacuum_analyze_threshold` and
/// `autovacuum_analyze_scale_factor` of the table's rows together. One thread, which looks every
/// `autovacuum_naptime`.
final class AutoAnalyze implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AutoAnalyze.class);

    private final Instance instance;
    private final SessionSettings settings;
    private final PeriodicThread thread;
    /// Of the table at hand.
    private volatile Runnable cancellation = () -> {};

    AutoAnalyze(Instance instance) {
        this.instance = instance;
        this.settings = instance.settings().get();
        this.thread = new PeriodicThread("autoanalyze", (long) settings.number("autovacuum_naptime"), this::turn);
    }

    void start() {
        if (settings.show("autovacuum").equals("on")) {
            thread.start();
        }
    }

    private void turn() {
        for (Changed changed : instance.activity().changed()) {
            if (!thread.isClosed()) {
                consider(changed);
            }
        }
    }

    private void consider(Changed changed) {
        try {
            DatabaseCatalog database = instance.catalogs().database(changed.database());
            TableDef table = database == null ? null : database.view().table(changed.relation());
            if (table == null) {
                instance.activity().forget(changed);
            } else if (TableAnalysis.applies(table) && table.persistence() != 't' && isDue(table, changed)) {
                analyze(table, database);
            }
        } catch (RuntimeException failure) {
            if (thread.isClosed()) {
                LOGGER.debug("stopped within an analysis", failure);
                return;
            }
            LOGGER.warn("could not analyze relation {}", Integer.toUnsignedString(changed.relation()), failure);
        }
    }

    private boolean isDue(TableDef table, Changed changed) {
        double threshold = settings.number("autovacuum_analyze_threshold");
        double factor = settings.number("autovacuum_analyze_scale_factor");
        return changed.changes()
                > threshold + factor * Math.max(0, table.estimate().rows());
    }

    private void analyze(TableDef table, DatabaseCatalog database) {
        CatalogView view = database.view();
        String name =
                Quoting.identifier(view.namespaceName(table.namespace())) + "." + Quoting.identifier(table.name());
        ServerScript.run("ANALYZE " + name, database, instance, cancel -> {
            cancellation = cancel;
            if (thread.isClosed()) {
                throw new CancellationException("the server shuts down");
            }
        });
        LOGGER.debug("analyzed {}.{}", view.databaseName(), name);
    }

    /// Gives up the table at hand.
    @Override
    public void close() {
        thread.end();
        cancellation.run();
        thread.close();
    }
}
