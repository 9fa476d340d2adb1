package io.pglitedb.executor.vector.parallel;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.join.HashJoin;
import io.pglitedb.executor.vector.scan.RowRange;
import io.pglitedb.executor.vector.scan.TableScan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A pipeline that several threads can run, or one.
public final class ParallelPipeline {
    private final VectorOperator serial;
    private final TableScan scan;
    /// From the top down; they build the tables that copies share.
    private final List<HashJoin> joins;
    private final Supplier<Pipeline> copies;
    private final Run run;
    private final List<Pipeline> made = new ArrayList<>();

    /// @param serial the pipeline for one thread
    /// @param scan of `serial`
    /// @param joins of `serial`, from the top down
    public ParallelPipeline(
            VectorOperator serial, TableScan scan, List<HashJoin> joins, Supplier<Pipeline> copies, Run run) {
        this.serial = serial;
        this.scan = scan;
        this.joins = List.copyOf(joins);
        this.copies = copies;
        this.run = run;
    }

    /// Begins a run: builds the tables of its joins.
    ///
    /// @return what the threads have to read; nothing when one thread has to run `serial()`
    public List<RowRange> begin() {
        if (run.execution().threads() < 2) {
            return List.of();
        }
        List<RowRange> ranges = scan.split();
        if (ranges.size() < 2) {
            return List.of();
        }
        for (HashJoin join : joins) {
            if (!join.prepare() || join.isEmpty()) {
                return List.of();
            }
        }
        scan.begin();
        return ranges;
    }

    public int threads(List<RowRange> ranges) {
        return Math.min(run.execution().threads(), ranges.size());
    }

    public VectorOperator serial() {
        return serial;
    }

    /// A thread's copy, by its number.
    public Pipeline copy(int thread) {
        while (made.size() <= thread) {
            made.add(copies.get());
        }
        return made.get(thread);
    }

    /// Once no thread works any more.
    public void close() {
        serial.close();
    }
}
