package io.pglitedb.rowstore.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A transaction that holds more locks than are kept one by one.
@Timeout(60)
class CompactHoldsTest {
    private static final int TABLE = 16384;
    private static final long MANY = 350_000;

    private final LockManager locks = new LockManager(50);
    private final LockSession large = new LockSession(1);
    private final LockSession other = new LockSession(2);

    @BeforeEach
    void begin() {
        locks.lock(large, new LockTag.TransactionId(7), LockMode.EXCLUSIVE, Scope.SESSION);
        large.transactionId(7);
    }

    private void takeMany() {
        for (long rowid = 0; rowid < MANY; rowid++) {
            assertTrue(locks.tryLock(large, new LockTag.Row(TABLE, rowid), LockMode.EXCLUSIVE, Scope.TRANSACTION));
        }
    }

    private void end() {
        large.transactionId(0);
        locks.unlock(large, new LockTag.TransactionId(7), LockMode.EXCLUSIVE);
        locks.releaseAfter(large, 0);
    }

    private boolean free(LockTag tag, LockMode mode) {
        return locks.tryLock(other, tag, mode, Scope.TRANSACTION);
    }

    @Test
    void allAreHeldToTheEndAndHardlyAnyOther() {
        takeMany();
        assertTrue(locks.snapshot().size() < 150_000);
        for (long rowid = 0; rowid < MANY; rowid += 101) {
            assertFalse(free(new LockTag.Row(TABLE, rowid), LockMode.EXCLUSIVE), "row " + rowid);
        }
        assertTrue(free(new LockTag.Row(TABLE, 1), LockMode.ACCESS_SHARE));
        int refused = 0;
        for (long rowid = 0; rowid < 10_000; rowid++) {
            refused += free(new LockTag.Row(TABLE + 1, rowid), LockMode.EXCLUSIVE) ? 0 : 1;
        }
        assertTrue(refused < 50, "refused without need: " + refused);
        end();
        locks.releaseAfter(other, 0);
        assertTrue(free(new LockTag.Row(TABLE, 0), LockMode.EXCLUSIVE));
        assertEquals(1, locks.snapshot().size());
    }

    @Test
    void whoeverWantsOneWaitsForTheTransaction() throws Exception {
        takeMany();
        CompletableFuture<Void> waiter = CompletableFuture.runAsync(
                () -> locks.lock(other, new LockTag.Row(TABLE, 5), LockMode.EXCLUSIVE, Scope.TRANSACTION));
        while (!other.isWaiting()) {
            Thread.sleep(1);
        }
        assertEquals(List.of(1), locks.blockingProcessIds(other));
        assertFalse(waiter.isDone());
        end();
        waiter.get(10, TimeUnit.SECONDS);
        assertFalse(locks.tryLock(large, new LockTag.Row(TABLE, 5), LockMode.EXCLUSIVE, Scope.TRANSACTION));
    }

    @Test
    void aSavepointGivesUpOnlyLaterOnes() {
        LockTag before = new LockTag.Row(TABLE, -1);
        locks.lock(large, before, LockMode.EXCLUSIVE, Scope.TRANSACTION);
        long mark = large.journalMark();
        takeMany();
        long later = large.journalMark();
        LockTag last = new LockTag.Row(TABLE, -2);
        locks.lock(large, last, LockMode.EXCLUSIVE, Scope.TRANSACTION);
        locks.releaseAfter(large, later);
        assertTrue(free(last, LockMode.EXCLUSIVE));
        locks.releaseAfter(large, mark);
        assertFalse(free(before, LockMode.EXCLUSIVE));
        assertTrue(free(new LockTag.Row(TABLE, MANY - 1), LockMode.EXCLUSIVE));
        end();
        assertTrue(free(before, LockMode.EXCLUSIVE));
    }
}
