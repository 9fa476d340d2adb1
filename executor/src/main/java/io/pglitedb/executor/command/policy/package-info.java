/// Row security policies.
package io.pglitedb.executor.command.policy;
