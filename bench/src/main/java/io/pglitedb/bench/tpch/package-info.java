/// TPC-H: data as files that any system loads, and its queries timed in several systems side by side
/// (`bench/tpch/compare`).
package io.pglitedb.bench.tpch;
