package io.pglitedb.planner.plan;

/// How a join treats rows without a partner. Rows of SEMI and ANTI joins have the left side's columns only.
public enum JoinType {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    /// left rows with a partner
    SEMI,
    /// left rows without a partner
    ANTI;

    public boolean leftOnly() {
        return this == SEMI || this == ANTI;
    }

    /// Whether right columns may be NULL for want of a partner.
    public boolean nullsRight() {
        return this == LEFT || this == FULL;
    }

    /// Whether left columns may be NULL for want of a partner.
    public boolean nullsLeft() {
        return this == RIGHT || this == FULL;
    }
}
