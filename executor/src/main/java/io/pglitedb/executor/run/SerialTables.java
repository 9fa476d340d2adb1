package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.rowstore.Transaction;

/// Which tables' readers a SERIALIZABLE transaction tells of.
public final class SerialTables {
    private static final int FIRST_USER_OID = 16384;
    private static final char TEMPORARY = 't';
    private static final char MATERIALIZED_VIEW = 'm';

    private SerialTables() {}

    /// Whom to tell what is read of a table; null when nobody has to know: below SERIALIZABLE, and of catalogs,
    /// temporary tables and materialized views, whose readers PostgreSQL does not watch either.
    public static SerialReads reads(TableDef table, Transaction transaction) {
        boolean watched = Integer.compareUnsigned(table.oid(), FIRST_USER_OID) >= 0
                && table.persistence() != TEMPORARY
                && table.kind() != MATERIALIZED_VIEW;
        return watched ? transaction.serialReads() : null;
    }
}
