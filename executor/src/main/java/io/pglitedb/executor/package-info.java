/// Row operators, vector operators, commands, sessions.
package io.pglitedb.executor;
