package io.pglitedb.planner.query;

/// FOR UPDATE and the like on one entry.
///
/// @param pushedDown comes from FOR UPDATE of an outer query over this one
public record RowMark(int rangeTableIndex, Strength strength, Wait waiting, boolean pushedDown) {
    /// From weak to strong.
    public enum Strength {
        KEY_SHARE,
        SHARE,
        NO_KEY_UPDATE,
        UPDATE
    }

    public enum Wait {
        BLOCK,
        SKIP,
        ERROR
    }
}
