package io.pglitedb.executor.statistics.analyze;

/// How many distinct values a column has, from how many a sample has. Source: Haas and Stokes, IBM Research
/// Report RJ 10025, the estimator that PostgreSQL's compute_scalar_stats uses.
final class DistinctEstimate {
    /// Above that share of the rows the number is taken to grow with the table.
    private static final double SCALING_SHARE = 0.1;

    private DistinctEstimate() {}

    /// As `stadistinct`: a number, or minus the share of the rows.
    ///
    /// @param distinct values of the sample, without those too wide
    /// @param repeated of them, those that came more than once
    static double of(ColumnSample sample, int distinct, int repeated) {
        if (repeated == 0 && distinct + sample.tooWide() > 0) {
            return -1.0 * (1.0 - sample.nullFraction());
        }
        double estimate;
        if (sample.tooWide() == 0 && repeated == distinct) {
            estimate = distinct;
        } else {
            double once = distinct - repeated + sample.tooWide();
            double seen = once + repeated;
            double values = sample.rows() - sample.nulls();
            double all = sample.tableRows() * (1.0 - sample.nullFraction());
            estimate = all > 0 ? values * seen / (values - once + once * values / all) : 0;
            estimate = Math.floor(Math.min(Math.max(estimate, seen), all) + 0.5);
        }
        return estimate > SCALING_SHARE * sample.tableRows() ? -(estimate / sample.tableRows()) : estimate;
    }
}
