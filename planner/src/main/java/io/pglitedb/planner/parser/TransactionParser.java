package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.SessionStatement.Begin;
import io.pglitedb.planner.ast.SessionStatement.Commit;
import io.pglitedb.planner.ast.SessionStatement.CommitPrepared;
import io.pglitedb.planner.ast.SessionStatement.Isolation;
import io.pglitedb.planner.ast.SessionStatement.PrepareTransaction;
import io.pglitedb.planner.ast.SessionStatement.ReleaseSavepoint;
import io.pglitedb.planner.ast.SessionStatement.Rollback;
import io.pglitedb.planner.ast.SessionStatement.RollbackPrepared;
import io.pglitedb.planner.ast.SessionStatement.RollbackToSavepoint;
import io.pglitedb.planner.ast.SessionStatement.Savepoint;
import io.pglitedb.planner.ast.SessionStatement.TransactionModes;
import io.pglitedb.planner.ast.Statement;

/// BEGIN, COMMIT, ROLLBACK, savepoints, two-phase commit, and the modes of a transaction.
final class TransactionParser {
    private final TokenStream tokens;

    TransactionParser(Grammar grammar) {
        this.tokens = grammar.tokens;
    }

    Statement begin() {
        tokens.next();
        workOrTransaction();
        return new Begin(false, optionalModes());
    }

    Statement start() {
        tokens.next();
        tokens.expect("transaction");
        return new Begin(true, optionalModes());
    }

    /// COMMIT or END
    Statement commit() {
        boolean commit = tokens.next().is("commit");
        if (commit && tokens.accept("prepared")) {
            return new CommitPrepared(tokens.expectString());
        }
        workOrTransaction();
        return new Commit(chain());
    }

    /// ROLLBACK or ABORT
    Statement rollback() {
        boolean rollback = tokens.next().is("rollback");
        if (rollback && tokens.accept("prepared")) {
            return new RollbackPrepared(tokens.expectString());
        }
        workOrTransaction();
        if (rollback && tokens.accept("to")) {
            return new RollbackToSavepoint(savepointName());
        }
        return new Rollback(chain());
    }

    Statement savepoint() {
        tokens.next();
        return new Savepoint(tokens.columnName());
    }

    Statement release() {
        tokens.next();
        return new ReleaseSavepoint(savepointName());
    }

    /// `[SAVEPOINT] name`, where the name may be that word too.
    private String savepointName() {
        if (TokenStream.isColumnName(tokens.peek(1))) {
            tokens.accept("savepoint");
        }
        return tokens.columnName();
    }

    /// Behind PREPARE, at TRANSACTION.
    Statement prepareTransaction() {
        tokens.expect("transaction");
        return new PrepareTransaction(tokens.expectString());
    }

    private void workOrTransaction() {
        if (!tokens.accept("work")) {
            tokens.accept("transaction");
        }
    }

    private boolean chain() {
        if (!tokens.accept("and")) {
            return false;
        }
        boolean no = tokens.accept("no");
        tokens.expect("chain");
        return !no;
    }

    private TransactionModes optionalModes() {
        return atMode() ? modes() : TransactionModes.NONE;
    }

    private boolean atMode() {
        return tokens.at("isolation") || tokens.at("read") || tokens.at("deferrable") || tokens.at("not");
    }

    /// One or more; a comma between them may be left out. The last of its kind counts.
    TransactionModes modes() {
        Isolation isolation = null;
        Boolean readOnly = null;
        Boolean deferrable = null;
        do {
            if (tokens.accept("isolation")) {
                tokens.expect("level");
                isolation = isolation();
            } else if (tokens.accept("read")) {
                readOnly = tokens.accept("only");
                if (!readOnly) {
                    tokens.expect("write");
                }
            } else if (tokens.accept("deferrable")) {
                deferrable = true;
            } else {
                tokens.expect("not");
                tokens.expect("deferrable");
                deferrable = false;
            }
        } while (tokens.accept(",") || atMode());
        return new TransactionModes(isolation, readOnly, deferrable);
    }

    private Isolation isolation() {
        if (tokens.accept("serializable")) {
            return Isolation.SERIALIZABLE;
        }
        if (tokens.accept("repeatable")) {
            tokens.expect("read");
            return Isolation.REPEATABLE_READ;
        }
        tokens.expect("read");
        if (tokens.accept("committed")) {
            return Isolation.READ_COMMITTED;
        }
        tokens.expect("uncommitted");
        return Isolation.READ_UNCOMMITTED;
    }
}
