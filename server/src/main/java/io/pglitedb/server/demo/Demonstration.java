package io.pglitedb.server.demo;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/// Loads, transacts, queries. A step that the server refuses is told, and the rest goes on.
public final class Demonstration {
    private static final int ROWS_SHOWN = 5;
    private static final int PLAN_LINES_SHOWN = 12;

    private interface Step {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    private final DataSource source;
    private final Display display;
    private final double scale;
    private final Duration transferTime;
    private boolean failed;

    public Demonstration(DataSource source, PrintWriter out, boolean terminal, double scale, Duration transferTime) {
        this.source = source;
        this.display = new Display(out, terminal);
        this.scale = scale;
        this.transferTime = transferTime;
    }

    /// True when every step did what it should.
    public boolean run() throws InterruptedException {
        long start = System.nanoTime();
        Transfers transfers = new Transfers(source, display);
        step("Tables", this::createTables);
        step("TPC-H data, scale " + scale, connection -> {
            new TpchData(scale, display).load(connection);
            transfers.openAccounts(connection);
            analyze(connection);
        });
        step("Transactions: money moves between accounts", connection -> {
            transfers.run(transferTime);
            failed |= !transfers.check(connection);
        });
        for (String query : Script.read("queries.sql").statements()) {
            int titleEnd = query.indexOf('\n');
            step(query.substring(3, titleEnd), connection -> query(connection, query.substring(titleEnd + 1)));
        }
        display.line("");
        display.line((failed ? "Some steps failed" : "All done") + " after "
                + Display.time(Duration.ofNanos(System.nanoTime() - start)) + ".");
        return !failed;
    }

    /// Each in a connection of its own, so that one that breaks leaves nothing behind.
    private void step(String title, Step step) throws InterruptedException {
        display.heading(title);
        try (Connection connection = source.getConnection()) {
            step.run(connection);
        } catch (SQLException refused) {
            failed(refused);
        }
    }

    private void failed(SQLException refused) {
        failed = true;
        display.indented("failed with " + refused.getSQLState() + ": " + refused.getMessage());
    }

    private void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : Script.read("schema.sql").statements()) {
                statement.execute(sql);
            }
        }
        display.indented("region nation part supplier partsupp customer orders lineitem, account transfer");
    }

    private void analyze(Connection connection) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        display.done("ANALYZE", "%38s".formatted(Display.time(Duration.ofNanos(System.nanoTime() - start))));
    }

    private void query(Connection connection, String sql) throws SQLException {
        display.indented(sql);
        display.line("");
        try (Statement statement = connection.createStatement()) {
            explain(statement, sql);
            long start = System.nanoTime();
            int rows;
            try (ResultSet result = statement.executeQuery(sql)) {
                rows = display.table(result, ROWS_SHOWN);
            }
            Duration first = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            try (ResultSet again = statement.executeQuery(sql)) {
                while (again.next()) {}
            }
            Duration second = Duration.ofNanos(System.nanoTime() - start);
            display.line("");
            display.indented("%s row%s in %s, then in %s"
                    .formatted(Display.count(rows), rows == 1 ? "" : "s", Display.time(first), Display.time(second)));
        }
    }

    private void explain(Statement statement, String sql) {
        try (ResultSet plan = statement.executeQuery("EXPLAIN " + sql)) {
            int lines = 0;
            while (plan.next()) {
                if (lines++ < PLAN_LINES_SHOWN) {
                    display.indented("| " + plan.getString(1));
                }
            }
            if (lines > PLAN_LINES_SHOWN) {
                display.indented("| … " + (lines - PLAN_LINES_SHOWN) + " more lines");
            }
        } catch (SQLException refused) {
            failed(refused);
        }
        display.line("");
    }
}
