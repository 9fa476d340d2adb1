package io.pglitedb.executor.plpgsql;

import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.List;

/// One call of a body: the values of its variables and what has become of it.
final class PlFrame {
    final PlDeclarations declarations;
    /// Variable n in slot n - 1.
    final Object[] values;
    /// Whether COMMIT and ROLLBACK are allowed.
    final boolean mayCommit;
    /// Rows that the last statement gave or changed.
    long rowCount;
    /// The error that is being handled; null outside of handlers.
    PgException caught;
    /// The error on its way out that already tells where it came from.
    PgException told;
    /// Where EXIT or CONTINUE goes; null for the innermost loop.
    String label;
    Object returned;
    SqlType returnedType;
    /// What a function that returns a set has given so far.
    final List<Object> rows = new ArrayList<>();

    PlFrame(PlDeclarations declarations, boolean mayCommit) {
        this.declarations = declarations;
        this.values = new Object[declarations.count()];
        this.mayCommit = mayCommit;
    }

    Object get(int variable) {
        return values[variable - 1];
    }

    void set(int variable, Object value) {
        values[variable - 1] = value;
    }
}
