package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.Identity;
import io.pglitedb.rowstore.PreparedTransactions;
import io.pglitedb.rowstore.PreparedTransactions.Label;
import io.pglitedb.rowstore.PreparedTransactions.Prepared;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;

/// PREPARE TRANSACTION, COMMIT PREPARED, ROLLBACK PREPARED.
final class PreparedTransactionCommands {
    private static final int IDENTIFIER_BYTES_MAX = 199;

    private PreparedTransactionCommands() {}

    /// The tag to answer with.
    static String prepare(String identifier, Backend session) {
        return session.block().prepare(transaction -> {
            requireValid(identifier);
            int countMax = Integer.parseInt(session.variables().show("max_prepared_transactions"));
            if (countMax == 0) {
                throw new PgException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "prepared transactions are disabled")
                        .hint("Set max_prepared_transactions to a nonzero value.");
            }
            if (session.block().usesTemporary()) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "cannot PREPARE a transaction that has operated on temporary objects");
            }
            Label label = new Label(
                    identifier,
                    session.identity().currentUser().oid(),
                    session.sessionCatalog().databaseOid(),
                    session.context().statementTimestamp());
            session.instance().store().prepared().prepare(transaction, label, countMax);
        });
    }

    private static void requireValid(String identifier) {
        if (identifier.getBytes(StandardCharsets.UTF_8).length > IDENTIFIER_BYTES_MAX) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "transaction identifier \"%s\" is too long".formatted(identifier));
        }
    }

    static void commit(String identifier, Backend session) {
        require(identifier, session).commit(identifier, session.durability());
    }

    static void rollback(String identifier, Backend session) {
        require(identifier, session).rollback(identifier);
    }

    private static PreparedTransactions require(String identifier, Backend session) {
        PreparedTransactions all = session.instance().store().prepared();
        Label label = all.list().stream()
                .map(Prepared::label)
                .filter(each -> each.identifier().equals(identifier))
                .findFirst()
                .orElse(null);
        Identity.Role user = session.identity().currentUser();
        if (label != null && label.owner() != user.oid() && !user.superuser()) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to finish prepared transaction")
                    .hint("Must be superuser or the user that prepared the transaction.");
        }
        if (label != null && label.database() != session.sessionCatalog().databaseOid()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "prepared transaction belongs to another database")
                    .hint("Connect to the database where the transaction was prepared to finish it.");
        }
        return all;
    }
}
