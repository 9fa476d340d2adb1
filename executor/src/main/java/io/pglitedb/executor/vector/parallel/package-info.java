/// Several threads on one query. A pipeline is what leads from a table's rows upwards without keeping any: scan,
/// filter, projection, the left sides of hash joins. Each thread has a copy of it and takes ranges of rowids
/// (morsels) from a common list; hash tables that joins look into are built once and shared.
/// ```
///   ranges ──▶ copy of the pipeline ──▶ Exchange: batches in the order of the ranges, for any operator
///          ──▶ copy of the pipeline ──▶ aggregate.ParallelGroups: groups of each thread, merged at the end
/// ```
/// Both give what one thread would give, in the same order, and raise the error that it would raise first. Start
/// at `ParallelPipeline`.
package io.pglitedb.executor.vector.parallel;
