package io.pglitedb.regress.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs queries with the row engine and with the vectorized one.
final class BothEngines {
    private final Statement statement;
    /// By query: of the row engine.
    private final Map<String, List<String>> answers = new HashMap<>();

    BothEngines(Connection connection) throws SQLException {
        statement = connection.createStatement();
    }

    /// Lines of a resource without comments.
    static List<String> script(String resource) throws IOException {
        try (InputStream in = BothEngines.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }

    void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    /// Demands the same rows, in the same order where the query says one, or the same error.
    void demandSame(String query) throws SQLException {
        List<String> expected = answer("row", query);
        List<String> actual = answer("vector", query);
        if (!query.toLowerCase(Locale.ROOT).contains("order by")) {
            Collections.sort(expected);
            Collections.sort(actual);
        }
        assertEquals(expected, actual, query);
        answers.put(query, expected);
    }

    /// The same, and those that it had the last time.
    void demandUnchanged(String query) throws SQLException {
        List<String> before = answers.get(query);
        demandSame(query);
        assertEquals(before, answers.get(query), query);
    }

    /// Makes the rows of all tables of schema public cold.
    void tier() throws SQLException {
        run("SELECT pglitedb.tier(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'");
        assertEquals(List.of("|t"), answer("row", "SELECT sum(segments) > 0 FROM pg_stat_tiering"));
    }

    List<String> answer(String engine, String query) throws SQLException {
        statement.execute("SET pglitedb.engine = " + engine);
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append('|').append(result.getString(column));
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            rows.clear();
            rows.add(e.getSQLState() + " " + e.getMessage());
        }
        return rows;
    }

    /// Whether the plan of a query has a part that runs vectorized.
    boolean isVectorized(String query) throws SQLException {
        statement.execute("SET pglitedb.engine = vector");
        try (ResultSet result = statement.executeQuery("EXPLAIN " + query)) {
            while (result.next()) {
                if (result.getString(1).contains("Vectorized")) {
                    return true;
                }
            }
        }
        return false;
    }
}
