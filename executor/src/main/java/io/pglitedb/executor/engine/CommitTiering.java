package io.pglitedb.executor.engine;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.TieringPolicy;

/// `pglitedb.tiering` = commit: every commit makes the rows of the tables that it has written cold before it
/// returns. For tests, which have all that is stored read from segments so.
final class CommitTiering {
    /// More segments of a table are joined.
    private static final int SEGMENTS_MAX = 16;

    private final Instance instance;
    private final SessionSettings settings;

    private CommitTiering(Instance instance, SessionSettings settings) {
        this.instance = instance;
        this.settings = settings;
    }

    /// Begins, if the settings say so.
    static void start(Instance instance) {
        SessionSettings settings = instance.settings().get();
        if (settings.show("pglitedb.tiering").equals("commit")) {
            instance.activity().whenCommitted(new CommitTiering(instance, settings)::tier);
        }
    }

    private void tier(int databaseOid, int relation) {
        DatabaseCatalog database = instance.catalogs().database(databaseOid);
        TableDef table = database == null ? null : database.view().table(relation);
        if (table != null
                && Tiering.applies(table)
                && TieringPolicy.of(table, settings).automatic()) {
            Tiering tiering = instance.tiering();
            tiering.tier(database, table, tiering.lastRowid(table), 1, _ -> {});
            tiering.compact(database, table, tiering.segmentCount(table) > SEGMENTS_MAX, _ -> {});
            tiering.cleanUp();
        }
    }
}
