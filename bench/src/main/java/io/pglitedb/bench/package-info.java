/// JMH and whole-system benchmarks.
package io.pglitedb.bench;
