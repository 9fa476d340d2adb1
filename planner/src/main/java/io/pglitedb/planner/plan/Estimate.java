package io.pglitedb.planner.plan;

/// What the planner expects of a node, in PostgreSQL's units: costs in fetches of a sequential page.
///
/// @param startup cost before the first row
/// @param total cost of all rows
/// @param rows number of rows
/// @param width average bytes of a row
public record Estimate(double startup, double total, double rows, int width) {
    public static final Estimate NONE = new Estimate(0, 0, 1, 0);
}
