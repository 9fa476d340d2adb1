package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// Defaults of function parameters that a call leaves out.
final class Defaults {
    private Defaults() {}

    static void append(ParseState state, List<Expr> arguments, FunctionResolver.Candidate candidate, int location) {
        throw PgException.notSupported(
                        "leaving out arguments of " + candidate.function().name())
                .at(location + 1);
    }
}
