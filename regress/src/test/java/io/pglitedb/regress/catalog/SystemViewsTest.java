package io.pglitedb.regress.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The views of pg_catalog and the information schema against PostgreSQL 15's columns, and which of them answer.
final class SystemViewsTest {
    /// Views that PostgreSQL has and we do not; without a schema, of pg_catalog.
    /// Not PostgreSQL's.
    private static final Set<String> OWN = Set.of("pg_stat_tiering");

    private static final Set<String> MISSING = names("""
            information_schema._pg_foreign_data_wrappers information_schema._pg_foreign_servers
            information_schema._pg_foreign_table_columns information_schema._pg_foreign_tables
            information_schema._pg_user_mappings information_schema.check_constraint_routine_usage
            information_schema.column_options information_schema.data_type_privileges
            information_schema.element_types information_schema.foreign_data_wrapper_options
            information_schema.foreign_data_wrappers information_schema.foreign_server_options
            information_schema.foreign_servers information_schema.foreign_table_options
            information_schema.foreign_tables information_schema.role_usage_grants
            information_schema.routine_column_usage information_schema.routine_routine_usage
            information_schema.routine_sequence_usage information_schema.routine_table_usage
            information_schema.transforms information_schema.usage_privileges
            information_schema.user_defined_types information_schema.user_mapping_options
            information_schema.user_mappings pg_stat_progress_analyze pg_stat_progress_basebackup
            pg_stat_progress_cluster pg_stat_progress_copy pg_stat_progress_create_index
            pg_stat_progress_vacuum pg_stats_ext pg_stats_ext_exprs
            """);

    /// Views whose functions have no data yet: reading them fails with 0A000.
    private static final Set<String> UNREADABLE = names("""
            pg_available_extension_versions pg_available_extensions
            pg_backend_memory_contexts pg_config pg_file_settings pg_ident_file_mappings
            pg_replication_origin_status pg_replication_slots
            pg_shmem_allocations pg_stat_archiver pg_stat_recovery_prefetch
            pg_stat_replication pg_stat_replication_slots
            pg_statio_all_indexes pg_statio_sys_indexes pg_statio_user_indexes
            pg_statio_all_sequences pg_statio_sys_sequences pg_statio_user_sequences
            pg_stat_bgwriter pg_stat_database pg_stat_database_conflicts
            pg_stat_slru pg_stat_subscription
            pg_stat_subscription_stats pg_stat_user_functions
            pg_stat_wal pg_stat_wal_receiver pg_stat_xact_all_tables pg_stat_xact_sys_tables
            pg_stat_xact_user_functions pg_stat_xact_user_tables pg_statio_all_tables pg_statio_sys_tables
            pg_statio_user_tables
            """);

    private static final String COLUMNS = """
            SELECT CASE WHEN n.nspname = 'pg_catalog' THEN '' ELSE n.nspname || '.' END || c.relname,
                a.attname || ' ' || CASE WHEN nt.nspname = 'information_schema' THEN 'information_schema.' || t.typname
                    ELSE format_type(a.atttypid, a.atttypmod) END
            FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid
                JOIN pg_type t ON t.oid = a.atttypid
                JOIN pg_namespace nt ON nt.oid = t.typnamespace
            WHERE c.relkind = 'v' AND n.nspname IN ('pg_catalog', 'information_schema')
            ORDER BY 1, a.attnum""";

    private static RunningServer server;
    private static Connection connection;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private static Set<String> names(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    @Test
    void columnsAreThoseOfPostgres() throws IOException, SQLException {
        Map<String, List<String>> expected = expectedColumns();
        Map<String, List<String>> actual = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                add(actual, rows.getString(1), rows.getString(2));
            }
        }
        assertTrue(actual.keySet().removeAll(OWN));
        Set<String> missing = new TreeSet<>(expected.keySet());
        missing.removeAll(actual.keySet());
        assertEquals(MISSING, missing);
        actual.forEach((view, columns) -> assertEquals(expected.get(view), columns, view));
    }

    @Test
    void viewsAnswerOrSayWhatIsNotSupported() throws IOException, SQLException {
        Set<String> unreadable = new TreeSet<>();
        Set<String> views = new TreeSet<>(expectedColumns().keySet());
        views.removeAll(MISSING);
        for (String view : views) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT * FROM " + view);
            } catch (SQLException refused) {
                assertEquals("0A000", refused.getSQLState(), view + ": " + refused.getMessage());
                unreadable.add(view);
            }
        }
        assertEquals(UNREADABLE, unreadable);
    }

    private static Map<String, List<String>> expectedColumns() throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (InputStream facts = SystemViewsTest.class.getResourceAsStream("/catalog/system_view_columns.tsv")) {
            new String(facts.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] fields = line.split("\t");
                        String view = fields[0].equals("pg_catalog") ? fields[1] : fields[0] + "." + fields[1];
                        add(columns, view, fields[3] + " " + fields[4]);
                    });
        }
        return columns;
    }

    private static void add(Map<String, List<String>> columns, String view, String column) {
        columns.computeIfAbsent(view, _ -> new ArrayList<>()).add(column);
    }
}
