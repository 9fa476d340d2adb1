package io.pglitedb.executor.command.explain;

import io.pglitedb.planner.explain.ExplainNode;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Map;

/// All that an EXPLAIN has to say.
///
/// @param measured by plan node, empty without ANALYZE
/// @param settings that differ from a fresh server's and matter to planning; empty unless asked for
/// @param planningNanos how long planning took
/// @param executionNanos how long the run took; 0 without ANALYZE
record Explanation(
        ExplainNode root,
        ExplainOptions options,
        Map<PlanNode, Measured> measured,
        Map<String, String> settings,
        long planningNanos,
        long executionNanos) {
    private static final double NANOS_A_MILLISECOND = 1e6;

    /// Null without ANALYZE, and for what was merged into another node.
    Measured measured(ExplainNode node) {
        return measured.get(node.node());
    }

    double planningMs() {
        return planningNanos / NANOS_A_MILLISECOND;
    }

    double executionMs() {
        return executionNanos / NANOS_A_MILLISECOND;
    }

    /// Average of a loop.
    static double averageMs(long nanos, Measured measured) {
        return nanos / NANOS_A_MILLISECOND / measured.loops;
    }

    static long kilobytes(long bytes) {
        return (bytes + 1023) / 1024;
    }

    /// Average of a loop.
    static long removed(Measured measured) {
        return (long) Math.rint((double) measured.removed / measured.loops);
    }

    /// Average of a loop, rounded as PostgreSQL's `%.0f`.
    static long averageRows(Measured measured) {
        return (long) Math.rint((double) measured.rows / measured.loops);
    }
}
