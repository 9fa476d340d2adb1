package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.executor.definition.NotNullCheck;
import io.pglitedb.executor.definition.OwnedSequences;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// ALTER TABLE's commands about columns.
final class ColumnChanges {
    private final Definition definition;
    private final int table;
    private final boolean only;
    private final Columns columns;

    /// @param only whether tables that inherit are left alone
    ColumnChanges(Definition definition, int table, boolean only) {
        this.definition = definition;
        this.table = table;
        this.only = only;
        this.columns = new Columns(definition.writer());
    }

    private TableDef table() {
        return definition.view().table(table);
    }

    /// 42703 when there is no such column, 0A000 for a system column.
    private ColumnDef column(String name) {
        ColumnDef column = table().column(name);
        if (column == null) {
            boolean system =
                    List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid").contains(name);
            throw system
                    ? new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, "cannot alter system column \"%s\"".formatted(name))
                    : missing(name);
        }
        return column;
    }

    private PgException missing(String name) {
        return new PgException(
                SqlState.UNDEFINED_COLUMN,
                "column \"%s\" of relation \"%s\" does not exist".formatted(name, table().name()));
    }

    void drop(AlterTableStatement.DropColumn drop) {
        ColumnDef column = table().column(drop.column());
        if (column == null && drop.ifExists()) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION,
                    "column \"%s\" of relation \"%s\" does not exist, skipping"
                            .formatted(drop.column(), table().name()));
            return;
        }
        if (column == null) {
            column(drop.column());
            throw missing(drop.column());
        }
        new DroppedColumns(definition).drop(table(), column, drop, only);
    }

    void setDefault(String name, AstExpr raw) {
        ColumnDef column = column(name);
        requireNotComputed(column);
        columns.setDefault(table, column.number(), definition.columnDefault(table(), column.number(), raw));
    }

    private void requireNotComputed(ColumnDef column) {
        if (column.identity() != ' ') {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "column \"%s\" of relation \"%s\" is an identity column"
                                    .formatted(column.name(), table().name()))
                    .hint("Use ALTER TABLE ... ALTER COLUMN ... DROP IDENTITY instead.");
        }
        if (column.generated() != ' ') {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "column \"%s\" of relation \"%s\" is a generated column"
                                    .formatted(column.name(), table().name()))
                    .hint("Use ALTER TABLE ... ALTER COLUMN ... DROP EXPRESSION instead.");
        }
    }

    void dropDefault(String name) {
        ColumnDef column = column(name);
        requireNotComputed(column);
        columns.removeDefault(table, column.number());
    }

    void setNotNull(String name) {
        ColumnDef column = column(name);
        if (only && table().kind() == 'p') {
            requireNotNullBelow(name);
        }
        if (!column.notNull()) {
            new NotNullCheck(definition).require(table(), column.number());
            columns.update(table, column.number(), Map.of("attnotnull", true));
        }
    }

    /// Rows of a partition are rows of the partitioned table, and hold what it promises.
    private void requireNotNullBelow(String name) {
        for (TableDef partition : new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).children(table)) {
            if (!partition.column(name).notNull()) {
                throw new PgException(SqlState.INVALID_TABLE_DEFINITION, "constraint must be added to child tables too")
                        .detail("Column \"%s\" of relation \"%s\" is not already NOT NULL."
                                .formatted(name, partition.name()))
                        .hint("Do not specify the ONLY keyword.");
            }
        }
    }

    void dropNotNull(String name) {
        ColumnDef column = column(name);
        if (only && table().kind() == 'p' && !definition.view().children(table).isEmpty()) {
            throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "cannot remove constraint from only the partitioned table when partitions exist")
                    .hint("Do not specify the ONLY keyword.");
        }
        if (column.identity() != ' ') {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    "column \"%s\" of relation \"%s\" is an identity column".formatted(name, table().name()));
        }
        boolean inKey = definition.view().constraints(table).stream()
                .anyMatch(constraint ->
                        constraint.kind() == 'p' && constraint.columns().contains(column.number()));
        if (inKey) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION, "column \"%s\" is in a primary key".formatted(name));
        }
        if (table().traits().partition()) {
            TableDef parent =
                    definition.view().table(definition.view().parents(table).getFirst());
            if (parent.column(name).notNull()) {
                throw new PgException(
                        SqlState.INVALID_TABLE_DEFINITION,
                        "column \"%s\" is marked NOT NULL in parent table".formatted(name));
            }
        }
        if (column.notNull()) {
            columns.update(table, column.number(), Map.of("attnotnull", false));
        }
    }

    void setType(AlterTableStatement.SetColumnType set) {
        ColumnDef column = column(set.column());
        new ColumnTypeChange(definition).run(table(), column, set, only);
    }

    void addIdentity(String name, Constraint.Identity identity) {
        ColumnDef column = column(name);
        if (!column.notNull()) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "column \"%s\" of relation \"%s\" must be declared NOT NULL before identity can be added"
                            .formatted(name, table().name()));
        }
        if (column.identity() != ' ') {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "column \"%s\" of relation \"%s\" is already an identity column".formatted(name, table().name()));
        }
        if (column.defaultExpression().isPresent()) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "column \"%s\" of relation \"%s\" already has a default value".formatted(name, table().name()));
        }
        if (column.type() != Oids.INT2 && column.type() != Oids.INT4 && column.type() != Oids.INT8) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "identity column type must be smallint, integer, or bigint");
        }
        columns.update(table, column.number(), Map.of("attidentity", identity.always() ? 'a' : 'd'));
        new OwnedSequences(definition).identity(table, column.number(), identity.options());
    }

    void dropIdentity(String name, boolean ifExists) {
        ColumnDef column = column(name);
        if (column.identity() == ' ') {
            String message =
                    "column \"%s\" of relation \"%s\" is not an identity column".formatted(name, table().name());
            if (!ifExists) {
                throw new PgException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message);
            }
            definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
            return;
        }
        int sequence = definition.view().identitySequence(table, column.number());
        columns.update(table, column.number(), Map.of("attidentity", ' '));
        new Sequences(definition.writer()).disown(sequence);
        new Drop(definition.writer(), definition.view(), definition.session()::report)
                .run(List.of(ObjectAddress.relation(sequence)), false);
    }

    void setStatistics(AlterTableStatement.SetStatistics set) {
        int number = set.column() != null ? column(set.column()).number() : numbered(set.number());
        if (set.target() < -1) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "statistics target %d is too low".formatted(set.target()));
        }
        columns.update(table, number, Map.of("attstattarget", Math.min(set.target(), 10000)));
    }

    /// A column of an index by its number: only one that is an expression has statistics of its own.
    private int numbered(int number) {
        ColumnDef column = table().columns().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column number %d of relation \"%s\" does not exist".formatted(number, table().name())));
        IndexDef index = definition.view().index(table);
        if (index != null && number > index.keys().size()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot alter statistics on included column \"%s\" of index \"%s\""
                            .formatted(column.name(), table().name()));
        }
        if (index != null && index.keys().get(number - 1).column() != 0) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot alter statistics on non-expression column \"%s\" of index \"%s\""
                                    .formatted(column.name(), table().name()))
                    .hint("Alter statistics on table column instead.");
        }
        return number;
    }

    void setStorage(String name, String storage) {
        ColumnDef column = column(name);
        char letter = switch (storage.toLowerCase(Locale.ROOT)) {
            case "plain" -> 'p';
            case "external" -> 'e';
            case "extended" -> 'x';
            case "main" -> 'm';
            default ->
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "invalid storage type \"%s\"".formatted(storage));
        };
        CatalogView view = definition.view();
        if (letter != 'p' && view.type(column.type()).storage() == 'p') {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "column data type %s can only have storage PLAIN".formatted(view.formatType(column.type())));
        }
        columns.update(table, column.number(), Map.of("attstorage", letter));
    }

    void setForeignOptions(String name, List<DefElem> options) {
        ColumnDef column = column(name);
        SystemRow foreignTable = new ForeignObjects(definition.writer()).table(table);
        if (foreignTable == null) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "ALTER action ALTER COLUMN ... OPTIONS cannot be performed on relation \"%s\""
                                    .formatted(table().name()))
                    .detail(RelationKinds.notSupported(table().kind()));
        }
        ForeignOptions foreign = new ForeignOptions(definition);
        List<String> after = foreign.changed(
                columns.find(table, column.number()).texts("attfdwoptions"),
                options,
                ForeignOptions.COLUMN,
                foreign.wrapperOfTable(foreignTable));
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("attfdwoptions", RelationOptions.array(after));
        columns.update(table, column.number(), changes);
    }

    void setOptions(String name, boolean reset, List<DefElem> options) {
        ColumnDef column = column(name);
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(
                "attoptions",
                RelationOptions.array(
                        new RelationOptions(RelationOptions.COLUMN).changed(column.options(), reset, options)));
        columns.update(table, column.number(), changes);
    }
}
