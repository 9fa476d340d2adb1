package io.pglitedb.executor.transaction;

import io.pglitedb.executor.run.DeferredChecks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that wait for the end of the statement or of the transaction, and what SET CONSTRAINTS has said.
public final class Deferral implements DeferredChecks, TransactionListener {
    /// @param level of the transaction or savepoint in which the check was asked for
    private record Waiting(int constraint, int level, Runnable check) {}

    private final TransactionBlock block;
    /// Of the statement, and of those that run inside of it.
    private final Deque<Deque<Runnable>> afterStatement = new ArrayDeque<>(List.of(new ArrayDeque<>()));
    private final List<Waiting> atCommit = new ArrayList<>();
    /// What SET CONSTRAINTS says of single ones, over what it says of all; null says nothing.
    private final Map<Integer, Boolean> deferred = new HashMap<>();
    private Boolean allDeferred;

    Deferral(TransactionBlock block) {
        this.block = block;
    }

    @Override
    public void afterStatement(Runnable check) {
        afterStatement.peek().add(check);
    }

    /// A statement begins inside of another one.
    public void enterStatement() {
        afterStatement.push(new ArrayDeque<>());
    }

    /// It has ended, well or not: what it has not done by now is void.
    public void leaveStatement() {
        if (afterStatement.size() > 1) {
            afterStatement.pop();
        }
    }

    @Override
    public void forConstraint(int constraint, boolean deferrable, boolean initiallyDeferred, Runnable check) {
        boolean waits =
                deferrable && deferred.getOrDefault(constraint, allDeferred == null ? initiallyDeferred : allDeferred);
        if (waits) {
            atCommit.add(new Waiting(constraint, block.level(), check));
        } else {
            afterStatement.peek().add(check);
        }
    }

    /// Runs what the statement has left behind.
    public void statementEnded() {
        Deque<Runnable> mine = afterStatement.peek();
        while (!mine.isEmpty()) {
            mine.poll().run();
        }
    }

    /// What a failed statement left behind is void.
    void statementFailed() {
        forgetStatements();
    }

    private void forgetStatements() {
        afterStatement.clear();
        afterStatement.push(new ArrayDeque<>());
    }

    public void setAll(boolean toDeferred) {
        deferred.clear();
        allDeferred = toDeferred;
        if (!toDeferred) {
            runWaiting();
        }
    }

    /// SET CONSTRAINTS of some; IMMEDIATE runs what waits for them.
    public void set(Set<Integer> constraints, boolean toDeferred) {
        constraints.forEach(constraint -> deferred.put(constraint, toDeferred));
        if (!toDeferred) {
            List<Runnable> due = new ArrayList<>();
            for (Iterator<Waiting> each = atCommit.iterator(); each.hasNext(); ) {
                Waiting waiting = each.next();
                if (constraints.contains(waiting.constraint())) {
                    due.add(waiting.check());
                    each.remove();
                }
            }
            due.forEach(Runnable::run);
            statementEnded();
        }
    }

    private void runWaiting() {
        for (int next = 0; next < atCommit.size(); next++) {
            atCommit.get(next).check().run();
            statementEnded();
        }
        atCommit.clear();
    }

    @Override
    public void beforeCommit() {
        runWaiting();
    }

    @Override
    public void committed() {
        clear();
    }

    @Override
    public void rollingBack() {
        clear();
    }

    @Override
    public void savepointReleased(int level) {
        atCommit.replaceAll(waiting ->
                waiting.level() < level ? waiting : new Waiting(waiting.constraint(), level - 1, waiting.check()));
    }

    @Override
    public void savepointRollingBack(int level) {
        atCommit.removeIf(waiting -> waiting.level() >= level);
    }

    private void clear() {
        forgetStatements();
        atCommit.clear();
        deferred.clear();
        allDeferred = null;
    }
}
