package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about foreign data: wrappers, servers, user mappings, foreign tables.
public sealed interface ForeignStatement extends Statement {
    /// `functions`: handler and validator with a `List<String>`, or null for NO HANDLER, NO VALIDATOR.
    record CreateWrapper(String name, List<DefElem> functions, List<DefElem> options) implements ForeignStatement {}

    record AlterWrapper(String name, List<DefElem> functions, List<DefElem> options) implements ForeignStatement {}

    /// `type` and `version` null when absent.
    record CreateServer(
            String name, boolean ifNotExists, String type, String version, String wrapper, List<DefElem> options)
            implements ForeignStatement {}

    /// `version` counts only with `hasVersion`: VERSION NULL takes it away.
    record AlterServer(String name, boolean hasVersion, String version, List<DefElem> options)
            implements ForeignStatement {}

    record CreateUserMapping(RoleSpec user, String server, boolean ifNotExists, List<DefElem> options)
            implements ForeignStatement {}

    record AlterUserMapping(RoleSpec user, String server, List<DefElem> options) implements ForeignStatement {}

    record DropUserMapping(RoleSpec user, String server, boolean ifExists) implements ForeignStatement {}

    record CreateForeignTable(TableStatement.CreateTable table, String server, List<DefElem> options)
            implements ForeignStatement {}

    enum ImportFilter {
        ALL,
        LIMIT_TO,
        EXCEPT
    }

    record ImportSchema(
            String remoteSchema,
            ImportFilter filter,
            List<RangeVar> tables,
            String server,
            String localSchema,
            List<DefElem> options)
            implements ForeignStatement {}
}
