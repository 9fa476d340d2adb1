package io.pglitedb.planner.optimizer.cost;

/// The settings that choices between plans depend on.
///
/// @param effectiveCachePages of 8 KiB
/// @param decorrelate whether subqueries that aggregate may become joins
public record PlannerSettings(
        double seqPageCost,
        double randomPageCost,
        double cpuTupleCost,
        double cpuIndexTupleCost,
        double cpuOperatorCost,
        double effectiveCachePages,
        long workMemBytes,
        boolean decorrelate,
        Enabled enabled) {
    /// The `enable_…` settings: what is off costs so much that it is only taken when nothing else is possible.
    public record Enabled(
            boolean seqScan,
            boolean indexScan,
            boolean indexOnlyScan,
            boolean bitmapScan,
            boolean tidScan,
            boolean sort,
            boolean hashAggregate,
            boolean material,
            boolean nestedLoop,
            boolean mergeJoin,
            boolean hashJoin) {
        public static final Enabled ALL = new Enabled(true, true, true, true, true, true, true, true, true, true, true);
    }

    /// Of a fresh server.
    public static final PlannerSettings DEFAULT =
            new PlannerSettings(1, 4, 0.01, 0.005, 0.0025, 524_288, 4L << 20, true, Enabled.ALL);

    private static final double DISABLED = 1e10;

    public PlannerSettings withoutDecorrelation() {
        return new PlannerSettings(
                seqPageCost,
                randomPageCost,
                cpuTupleCost,
                cpuIndexTupleCost,
                cpuOperatorCost,
                effectiveCachePages,
                workMemBytes,
                false,
                enabled);
    }

    /// What a disabled way costs more.
    public static double penalty(boolean enabled) {
        return enabled ? 0 : DISABLED;
    }
}
