package io.pglitedb.executor.engine;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.executor.statistics.ActivityCounters.Known;
import io.pglitedb.executor.statistics.TableActivity;
import io.pglitedb.tiering.AgeLog;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.TieringPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes rows cold that nobody has written for a while, and keeps segments in shape: one thread that looks every
/// `pglitedb.tiering_naptime`, and writes no more than half of the time. It knows of tables that were used since
/// the start.
final class AutoTiering implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AutoTiering.class);
    /// Shorter ranges make small segments: a row group.
    private static final long ROWIDS_MIN = 1 << 17;
    /// Updates and deletions, of all rows, within the time after which rows are cold: with more of them the table
    /// is not.
    private static final double CHANGED_SHARE_MAX = 0.01;
    private static final int ROWS_A_TURN = 8_192;

    private final Instance instance;
    private final SessionSettings settings;
    private final Map<Integer, AgeLog> ages = new HashMap<>();
    private final PeriodicThread thread;
    private long turnStarted;

    AutoTiering(Instance instance) {
        this.instance = instance;
        this.settings = instance.settings().get();
        this.thread = new PeriodicThread("tiering", (long) settings.number("pglitedb.tiering_naptime"), this::turn);
    }

    void start() {
        thread.start();
    }

    private void turn() {
        try {
            if (!instance.tiering().isPaused()) {
                instance.activity().known().forEach(this::consider);
            }
            instance.tiering().cleanUp();
        } catch (CancellationException stopped) {
            LOGGER.debug("stopped within a conversion");
        }
    }

    private void consider(Known used) {
        try {
            DatabaseCatalog database = instance.catalogs().database(used.database());
            TableDef table = database == null ? null : database.view().table(used.relation());
            if (table != null && Tiering.applies(table)) {
                consider(table, database, used.activity());
            }
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException failure) {
            LOGGER.warn("could not tier relation {}", Integer.toUnsignedString(used.relation()), failure);
        }
    }

    private void consider(TableDef table, DatabaseCatalog database, TableActivity activity) {
        TieringPolicy policy = TieringPolicy.of(table, settings);
        if (!policy.automatic()) {
            return;
        }
        Tiering tiering = instance.tiering();
        long coldAfterNanos = policy.coldAfter().toNanos();
        long changes = activity.updated() + activity.deleted();
        long now = System.nanoTime();
        AgeLog age = ages.computeIfAbsent(table.storage(), _ -> new AgeLog());
        age.note(now, tiering.lastRowid(table), changes, coldAfterNanos);
        long coldRowid = age.coldRowid(now, changes, coldAfterNanos, CHANGED_SHARE_MAX);
        turnStarted = now;
        if (coldRowid > 0) {
            tiering.tier(database, table, coldRowid, ROWIDS_MIN, this::throttle);
            tiering.foldMarks(table);
            tiering.compact(database, table, false, this::throttle);
        }
    }

    /// Rests for as long as it has worked.
    private void throttle(long rows) {
        if (rows % ROWS_A_TURN == 0) {
            if (!thread.rest(System.nanoTime() - turnStarted)) {
                throw new CancellationException("the server shuts down");
            }
            turnStarted = System.nanoTime();
        }
    }

    /// Waits until it has let go of the segment at hand.
    @Override
    public void close() {
        thread.close();
    }
}
