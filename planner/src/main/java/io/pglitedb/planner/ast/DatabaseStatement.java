package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about databases, tablespaces and schemas, and ALTER SYSTEM.
public sealed interface DatabaseStatement extends Statement {
    /// The value of an option is null for DEFAULT.
    record CreateDatabase(String name, List<DefElem> options) implements DatabaseStatement {}

    record AlterDatabase(String name, List<DefElem> options) implements DatabaseStatement {}

    record AlterDatabaseSetting(String name, SessionStatement setting) implements DatabaseStatement {}

    /// ALTER DATABASE … REFRESH COLLATION VERSION
    record RefreshDatabaseCollation(String name) implements DatabaseStatement {}

    record DropDatabase(String name, boolean ifExists, List<DefElem> options) implements DatabaseStatement {}

    /// `name` null when the owner's is taken; `owner` null when absent. `elements` are CREATE TABLE, INDEX,
    /// SEQUENCE,
    /// TRIGGER, VIEW and GRANT in written order.
    record CreateSchema(String name, RoleSpec owner, boolean ifNotExists, List<Statement> elements)
            implements DatabaseStatement {}

    /// `owner` null when absent.
    record CreateTablespace(String name, RoleSpec owner, String directory, List<DefElem> options)
            implements DatabaseStatement {}

    record AlterTablespace(String name, boolean reset, List<DefElem> options) implements DatabaseStatement {}

    record DropTablespace(String name, boolean ifExists) implements DatabaseStatement {}

    /// ALTER SYSTEM SET or RESET
    record AlterSystem(SessionStatement setting) implements DatabaseStatement {}
}
