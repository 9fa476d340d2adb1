/// Values of sequences: outside of transactions, written ahead. Start at [SequenceValues].
package io.pglitedb.executor.sequence;
