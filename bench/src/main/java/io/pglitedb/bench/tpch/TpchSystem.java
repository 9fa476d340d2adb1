package io.pglitedb.bench.tpch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// A database that holds the tables of TPC-H and answers its queries.
final class TpchSystem implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("region", "nation", "part", "supplier", "partsupp", "customer", "orders", "lineitem");

    private final String name;
    private final Connection connection;

    private TpchSystem(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /// A server that speaks PostgreSQL's protocol.
    static TpchSystem server(String name, int port, String... settings) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&preferQueryMode=simple";
        TpchSystem system = new TpchSystem(name, DriverManager.getConnection(url));
        system.run(settings);
        return system;
    }

    static TpchSystem duckDb(Path file, int threads) throws SQLException {
        TpchSystem system = new TpchSystem("duckdb", DriverManager.getConnection("jdbc:duckdb:" + file));
        system.run("SET threads = " + threads);
        return system;
    }

    String name() {
        return name;
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    boolean isLoaded() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM lineitem LIMIT 1")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    /// Makes the tables of the demonstration and copies `NAME.tbl` into them.
    void load(Path directory) throws SQLException, IOException {
        for (String definition : schema().split(";")) {
            if (definition.contains("CREATE TABLE")) {
                run(definition);
            }
        }
        for (String table : TABLES) {
            Path file = directory.resolve(table + ".tbl");
            if (name.equals("duckdb")) {
                run("COPY " + table + " FROM '" + file + "' (DELIMITER '|', HEADER false)");
            } else {
                try (InputStream rows = Files.newInputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table + " FROM STDIN WITH (DELIMITER '|')", rows);
                }
            }
        }
        run("ANALYZE");
    }

    /// Makes segments of all rows that are none yet.
    void makeCold() throws SQLException {
        for (String table : TABLES) {
            run("SELECT pglitedb.tier('" + table + "')");
        }
    }

    long segmentBytes() throws SQLException {
        return number("SELECT sum(bytes)::int8 FROM pg_stat_tiering WHERE relid = ANY ('{%s}'::regclass[])");
    }

    long heapBytes() throws SQLException {
        return number("SELECT sum(pg_table_size(relation))::int8 FROM unnest('{%s}'::regclass[]) relation");
    }

    /// @param query with a place for the names of the tables
    private long number(String query) throws SQLException {
        return Long.parseLong(
                answer(query.formatted(String.join(",", TABLES))).getFirst().getFirst());
    }

    private static String schema() throws IOException {
        try (InputStream in = TpchSystem.class.getResourceAsStream("/io/pglitedb/server/demo/schema.sql")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(0, all.indexOf("CREATE TABLE account"));
        }
    }

    /// Null when the time that the session allows was not enough.
    List<List<String>> rows(String query) throws SQLException {
        try {
            return answer(query);
        } catch (SQLException e) {
            if ("57014".equals(e.getSQLState())) {
                return null;
            }
            throw e;
        }
    }

    private List<List<String>> answer(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
