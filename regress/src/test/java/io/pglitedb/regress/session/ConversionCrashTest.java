package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.cold.SegmentRows;
import io.pglitedb.tiering.convert.FaultPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that ends anywhere in a conversion or a compaction comes back with all rows, each once, and without
/// files that nobody names. The data directory is copied at each step: what a killed process would leave.
@Timeout(300)
final class ConversionCrashTest {
    private static final String CONTENT =
            "SELECT count(*), count(DISTINCT id), sum(v), md5(string_agg(s, '|' ORDER BY id)) FROM t";

    @TempDir
    Path directory;

    private final List<Path> images = new ArrayList<>();
    private int copies;
    private final Set<FaultPoint> walked = EnumSet.noneOf(FaultPoint.class);

    @Test
    void everyStepLeavesAWholeDatabase() throws SQLException, IOException {
        Path data = directory.resolve("data");
        List<String> content = new ArrayList<>();
        try (RunningServer server = new RunningServer(data);
                Connection connection = server.connect()) {
            Sql sql = new Sql(connection);
            sql.run(
                    "CREATE TABLE t (id int PRIMARY KEY, v int, s text)",
                    "INSERT INTO t SELECT i, i, 'row ' || i FROM generate_series(1, 3000) i");
            content.addAll(sql.rows(CONTENT));
        }
        work(data, (tiering, database, table) -> tiering.tier(database, table, tiering.lastRowid(table), 1, _ -> {}));
        try (RunningServer server = new RunningServer(data);
                Connection connection = server.connect()) {
            Sql sql = new Sql(connection);
            check(images, content);
            sql.run("UPDATE t SET v = v + 1 WHERE id % 3 = 0", "DELETE FROM t WHERE id % 5 = 0");
            content.clear();
            content.addAll(sql.rows(CONTENT));
        }
        images.clear();
        work(data, (tiering, database, table) -> tiering.compact(database, table, true, _ -> {}));
        check(images, content);
        check(List.of(data), content);
        assertEquals(EnumSet.range(FaultPoint.WATCHED, FaultPoint.FILES_REMOVED), walked);
    }

    private interface Work {
        void run(Tiering tiering, DatabaseCatalog database, TableDef table);
    }

    /// Without a server.
    private void work(Path data, Work work) {
        ColumnStore columns = new ColumnStore(data.resolve("segments"), 1 << 20);
        SegmentRows rows = new SegmentRows(columns);
        try (RowStore store = RowStore.open(data, RowStoreOptions.defaults().withMemoryBytes(64 << 20), rows)) {
            Tiering tiering = new Tiering(store, columns, rows, point -> copy(data, point));
            DatabaseCatalog database = CatalogStore.open(store).database("postgres");
            CatalogView view = database.view();
            work.run(tiering, database, view.table(view.namespace("public"), "t"));
            tiering.cleanUp();
        }
    }

    private void copy(Path data, FaultPoint point) {
        walked.add(point);
        Path image = directory.resolve("image" + ++copies + point);
        try {
            DirectoryImage.of(data, image);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        images.add(image);
    }

    private void check(List<Path> stored, List<String> content) throws SQLException, IOException {
        assertTrue(!stored.isEmpty());
        for (Path image : stored) {
            try (RunningServer server = new RunningServer(image);
                    Connection connection = server.connect()) {
                Sql sql = new Sql(connection);
                assertEquals(content, sql.rows(CONTENT), image.toString());
                assertEquals(List.of("row 7"), sql.rows("SELECT s FROM t WHERE id = 7"), image.toString());
                assertEquals(
                        sql.rows("SELECT file FROM pglitedb.segments('t') ORDER BY file"),
                        files(image.resolve("segments")),
                        image.toString());
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
