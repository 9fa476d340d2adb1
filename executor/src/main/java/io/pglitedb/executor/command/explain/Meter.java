package io.pglitedb.executor.command.explain;

import io.pglitedb.rowstore.BlockReads;
import java.util.function.Supplier;

/// What is read before and after each call of an operator.
///
/// @param blocks of the calling thread so far; null when blocks are not asked for
record Meter(Supplier<BlockReads> blocks) {
    private static final BlockReads NONE = new BlockReads(0, 0);

    /// @param nanos of a clock without a beginning
    record Reading(long nanos, BlockReads blocks) {}

    Reading read() {
        return new Reading(System.nanoTime(), blocks == null ? NONE : blocks.get());
    }
}
