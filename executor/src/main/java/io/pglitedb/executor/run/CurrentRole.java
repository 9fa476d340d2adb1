package io.pglitedb.executor.run;

/// Whose rights count now. A session offers it by `SessionContext.as`.
public record CurrentRole(int oid, boolean superuser) {}
