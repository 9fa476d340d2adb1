package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Adds FOREIGN KEY constraints. Source: PostgreSQL's ATAddForeignKeyConstraint.
public final class ForeignKeyConstraints {
    private static final int EQUAL = 3;

    private final Definition definition;
    private final CatalogView view;

    public ForeignKeyConstraints(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
    }

    /// The key of the referenced table that a foreign key points to.
    private record Target(IndexDef index, List<Integer> columns) {}

    /// OID of the constraint.
    public int add(int tableOid, Constraint.ForeignKey raw) {
        TableDef table = view.table(tableOid);
        TableDef referenced = definition.relation(raw.referenced(), LockMode.SHARE_ROW_EXCLUSIVE);
        requireReferable(table, referenced);
        List<Integer> columns = columns(table, raw.columns(), "foreign key");
        Target target = raw.referencedColumns().isEmpty()
                ? primaryKey(referenced)
                : key(referenced, columns(referenced, raw.referencedColumns(), "foreign key"));
        if (columns.size() != target.columns.size()) {
            throw new PgException(
                    SqlState.INVALID_FOREIGN_KEY,
                    "number of referencing and referenced columns for foreign key disagree");
        }
        requireActionsAllowed(table, columns, raw);
        new StatementAccess(view, definition.backend().identity().currentUser())
                .requireReferences(referenced, target.columns);
        String name = raw.name() != null
                ? raw.name()
                : ObjectNames.constraint(view, tableOid, table.name(), String.join("_", raw.columns()), "fkey");
        NewConstraint.Reference reference = reference(table, columns, referenced, target, raw, name);
        return new Constraints(definition.writer())
                .create(NewConstraint.foreignKey(
                        name,
                        table.namespace(),
                        tableOid,
                        columns,
                        target.index.oid(),
                        reference,
                        raw.attributes().deferrable(),
                        raw.attributes().initiallyDeferred(),
                        !raw.attributes().notValid()));
    }

    private static void requireReferable(TableDef table, TableDef referenced) {
        if (table.kind() == 'p' || referenced.kind() == 'p') {
            throw PgException.notSupported("a foreign key of or to a partitioned table");
        }
        if (referenced.kind() != 'r' && referenced.kind() != 'p') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "referenced relation \"%s\" is not a table".formatted(referenced.name()));
        }
        if (table.persistence() == 'p' && referenced.persistence() != 'p') {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "constraints on permanent tables may reference only permanent tables");
        }
        if (table.persistence() == 't' && referenced.persistence() != 't') {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "constraints on temporary tables may reference only temporary tables");
        }
        if (table.persistence() == 'u' && referenced.persistence() == 't') {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "constraints on unlogged tables may reference only permanent or unlogged tables");
        }
    }

    private static List<Integer> columns(TableDef table, List<String> names, String key) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            ColumnDef column = table.column(name);
            if (column == null) {
                throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" referenced in %s constraint does not exist".formatted(name, key));
            }
            numbers.add(column.number());
        }
        return numbers;
    }

    private Target primaryKey(TableDef referenced) {
        for (IndexDef index : view.indexes(referenced.oid())) {
            if (index.primary() && index.valid()) {
                if (!index.immediate()) {
                    throw deferrable("primary key", referenced);
                }
                return new Target(
                        index, index.keys().stream().map(IndexDef.Key::column).toList());
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "there is no primary key for referenced table \"%s\"".formatted(referenced.name()));
    }

    private static PgException deferrable(String what, TableDef referenced) {
        return new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                "cannot use a deferrable %s for referenced table \"%s\"".formatted(what, referenced.name()));
    }

    private Target key(TableDef referenced, List<Integer> columns) {
        if (new HashSet<>(columns).size() != columns.size()) {
            throw new PgException(
                    SqlState.INVALID_FOREIGN_KEY, "foreign key referenced-columns list must not contain duplicates");
        }
        boolean foundDeferrable = false;
        for (IndexDef index : view.indexes(referenced.oid())) {
            boolean fits = index.unique()
                    && index.valid()
                    && index.predicate().isEmpty()
                    && index.expressions().isEmpty()
                    && index.keys().size() == columns.size()
                    && index.keys().stream().allMatch(key -> columns.contains(key.column()));
            if (fits && index.immediate()) {
                return new Target(index, columns);
            }
            foundDeferrable |= fits;
        }
        if (foundDeferrable) {
            throw deferrable("unique constraint", referenced);
        }
        throw new PgException(
                SqlState.INVALID_FOREIGN_KEY,
                "there is no unique constraint matching given keys for referenced table \"%s\""
                        .formatted(referenced.name()));
    }

    private static void requireActionsAllowed(TableDef table, List<Integer> columns, Constraint.ForeignKey raw) {
        for (int number : columns) {
            if (table.columns().get(number - 1).generated() == ' ') {
                continue;
            }
            boolean sets = raw.onUpdate().kind() == Constraint.ActionKind.SET_NULL
                    || raw.onUpdate().kind() == Constraint.ActionKind.SET_DEFAULT
                    || raw.onUpdate().kind() == Constraint.ActionKind.CASCADE;
            if (sets) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR,
                        "invalid ON UPDATE action for foreign key constraint containing generated column");
            }
            if (raw.onDelete().kind() == Constraint.ActionKind.SET_NULL
                    || raw.onDelete().kind() == Constraint.ActionKind.SET_DEFAULT) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR,
                        "invalid ON DELETE action for foreign key constraint containing generated column");
            }
        }
    }

    private NewConstraint.Reference reference(
            TableDef table,
            List<Integer> columns,
            TableDef referenced,
            Target target,
            Constraint.ForeignKey raw,
            String name) {
        List<Integer> primaryForeign = new ArrayList<>();
        List<Integer> primaryPrimary = new ArrayList<>();
        List<Integer> foreignForeign = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnDef foreign = table.columns().get(columns.get(i) - 1);
            ColumnDef primary = referenced.columns().get(target.columns.get(i) - 1);
            OperatorClassDef operatorClass = operatorClass(target, target.columns.get(i));
            OperatorFamilyDef family = view.operatorFamily(operatorClass.family());
            int keyType = operatorClass.inputType();
            int foreignType = base(foreign.type());
            int equality = family.operator(keyType, foreignType, EQUAL);
            int sameType = family.operator(keyType, keyType, EQUAL);
            int foreignEquality = family.operator(foreignType, foreignType, EQUAL);
            if (equality == 0 && coercible(foreign.type(), keyType)) {
                equality = sameType;
                foreignEquality = sameType;
            }
            if (equality == 0 || foreignEquality == 0) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "foreign key constraint \"%s\" cannot be implemented".formatted(name))
                        .detail("Key columns \"%s\" and \"%s\" are of incompatible types: %s and %s."
                                .formatted(
                                        foreign.name(),
                                        primary.name(),
                                        view.formatType(foreign.type()),
                                        view.formatType(primary.type())));
            }
            primaryForeign.add(equality);
            primaryPrimary.add(sameType);
            foreignForeign.add(foreignEquality);
        }
        return new NewConstraint.Reference(
                referenced.oid(),
                target.columns,
                primaryForeign,
                primaryPrimary,
                foreignForeign,
                letter(raw.onUpdate()),
                letter(raw.onDelete()),
                match(raw),
                setColumns(table, columns, raw));
    }

    private int base(int type) {
        int current = type;
        while (view.type(current).kind() == 'd') {
            current = view.type(current).baseType();
        }
        return current;
    }

    private boolean coercible(int type, int keyType) {
        int from = base(type);
        if (from == keyType) {
            return true;
        }
        var cast = view.cast(from, keyType);
        boolean polymorphic = view.type(keyType).kind() == 'p';
        return polymorphic || cast != null && cast.context() == 'i';
    }

    private OperatorClassDef operatorClass(Target target, int column) {
        for (IndexDef.Key key : target.index.keys()) {
            if (key.column() == column) {
                return view.operatorClass(key.operatorClass());
            }
        }
        throw new IllegalStateException("the key has no column " + column);
    }

    private static char letter(Constraint.Action action) {
        return switch (action.kind()) {
            case NO_ACTION -> 'a';
            case RESTRICT -> 'r';
            case CASCADE -> 'c';
            case SET_NULL -> 'n';
            case SET_DEFAULT -> 'd';
        };
    }

    private static char match(Constraint.ForeignKey raw) {
        return switch (raw.match()) {
            case FULL -> 'f';
            case SIMPLE -> 's';
            case PARTIAL ->
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "MATCH PARTIAL not yet implemented")
                        .at(raw.location() + 1);
        };
    }

    private static List<Integer> setColumns(TableDef table, List<Integer> columns, Constraint.ForeignKey raw) {
        List<Integer> set = columns(table, raw.onDelete().columns(), "foreign key");
        for (int i = 0; i < set.size(); i++) {
            if (!columns.contains(set.get(i))) {
                throw new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "column \"%s\" referenced in ON DELETE SET action must be part of foreign key"
                                .formatted(raw.onDelete().columns().get(i)));
            }
        }
        return set;
    }

    /// 23503 unless every row that is there points to one.
    public void validate(ConstraintDef constraint) {
        new ForeignKeyCheck(definition.backend()).require(constraint);
    }
}
