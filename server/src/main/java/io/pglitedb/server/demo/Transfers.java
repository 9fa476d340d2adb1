package io.pglitedb.server.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// Clients that move money between accounts at the same time; afterwards none may be lost or made.
final class Transfers {
    static final int ACCOUNTS = 1_000;
    private static final int CLIENTS = 4;
    private static final int OPENING_BALANCE = 1_000;
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private final DataSource source;
    private final Display display;
    private final AtomicLong lastTransfer = new AtomicLong();
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();

    Transfers(DataSource source, Display display) {
        this.source = source;
        this.display = display;
    }

    void openAccounts(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account VALUES (?, ?)")) {
            for (int id = 1; id <= ACCOUNTS; id++) {
                insert.setInt(1, id);
                insert.setInt(2, OPENING_BALANCE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        display.done("INSERT account", "%11s rows".formatted(Display.count(ACCOUNTS)));
    }

    void run(Duration duration) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    transferUntil(end);
                    return null;
                }));
            }
            while (System.nanoTime() < end && clients.stream().noneMatch(Future::isDone)) {
                Thread.sleep(50);
                double share = (System.nanoTime() - start) / (double) duration.toNanos();
                display.progress(Display.count(committed.get()) + " transfers", Math.min(1, share));
            }
            for (Future<?> client : clients) {
                await(client);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        display.done(
                CLIENTS + " clients",
                "%11s transfers committed, %.0f/s, %s retried"
                        .formatted(
                                Display.count(committed.get()),
                                committed.get() / seconds,
                                Display.count(retried.get())));
    }

    private static void await(Future<?> client) throws SQLException, InterruptedException {
        try {
            client.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void transferUntil(long endNanos) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement take =
                        connection.prepareStatement("UPDATE account SET balance = balance - ? WHERE id = ?");
                PreparedStatement give =
                        connection.prepareStatement("UPDATE account SET balance = balance + ? WHERE id = ?");
                PreparedStatement log = connection.prepareStatement(
                        "INSERT INTO transfer (id, from_id, to_id, amount) VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < endNanos) {
                try {
                    transfer(take, give, log);
                    connection.commit();
                    committed.incrementAndGet();
                } catch (SQLException failure) {
                    connection.rollback();
                    if (!SERIALIZATION_FAILURE.equals(failure.getSQLState())
                            && !DEADLOCK.equals(failure.getSQLState())) {
                        throw failure;
                    }
                    retried.incrementAndGet();
                }
            }
        }
    }

    private void transfer(PreparedStatement take, PreparedStatement give, PreparedStatement log) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int from = 1 + random.nextInt(ACCOUNTS);
        int to = 1 + (from + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(10_000), 2);
        update(take, amount, from);
        update(give, amount, to);
        log.setLong(1, lastTransfer.incrementAndGet());
        log.setInt(2, from);
        log.setInt(3, to);
        log.setBigDecimal(4, amount);
        log.executeUpdate();
    }

    private static void update(PreparedStatement update, BigDecimal amount, int id) throws SQLException {
        update.setBigDecimal(1, amount);
        update.setInt(2, id);
        if (update.executeUpdate() != 1) {
            throw new SQLException("account " + id + " is missing", "02000");
        }
    }

    /// True when the sums are right.
    boolean check(Connection connection) throws SQLException {
        BigDecimal opened = BigDecimal.valueOf((long) ACCOUNTS * OPENING_BALANCE);
        BigDecimal balances = one(connection, "SELECT sum(balance) FROM account");
        BigDecimal transfers = one(connection, "SELECT count(*) FROM transfer");
        BigDecimal wrong = one(connection, """
                SELECT count(*)
                FROM (SELECT a.id, a.balance - %d AS gained,
                             (SELECT coalesce(sum(amount), 0) FROM transfer WHERE to_id = a.id)
                             - (SELECT coalesce(sum(amount), 0) FROM transfer WHERE from_id = a.id) AS moved
                      FROM account a) sums
                WHERE gained <> moved""".formatted(OPENING_BALANCE));
        boolean right =
                balances.compareTo(opened) == 0 && transfers.longValueExact() == committed.get() && wrong.signum() == 0;
        display.done(
                "the sums",
                "%s: balances %s of %s, transfers %s of %s, accounts that disagree with them %s"
                        .formatted(right ? "agree" : "DISAGREE", balances, opened, transfers, committed, wrong));
        return right;
    }

    private static BigDecimal one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }
}
