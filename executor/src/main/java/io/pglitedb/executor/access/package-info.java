/// Whether the current role may do what a statement asks, and the words of the refusal.
package io.pglitedb.executor.access;
