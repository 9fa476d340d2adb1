package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.backend.Identity;
import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.types.access.Privilege;
import java.util.List;
import java.util.Set;

/// Whether a role may run a statement, or do something with a whole relation. Source of the rules: PostgreSQL 15,
/// `ExecCheckRTEPerms`.
public final class StatementAccess {
    private static final int COLUMN_RIGHTS = Privilege.bits(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE);

    private final CatalogView catalog;
    private final AccessControl access;
    private final Identity.Role current;

    public StatementAccess(CatalogView catalog, Identity.Role current) {
        this.catalog = catalog;
        this.access = new AccessControl(catalog);
        this.current = current;
    }

    /// 42501 names the first relation or function that the role may not use so.
    public void check(RequiredRights required) {
        for (RequiredRights.OnRelation each : required.relations()) {
            boolean superuser =
                    each.role() == 0 ? current.superuser() : access.roles().isSuperuser(each.role());
            if (!superuser) {
                check(each);
            }
        }
        required.functions().forEach(this::checkCall);
    }

    private void check(RequiredRights.OnRelation required) {
        int role = required.role() == 0 ? current.oid() : required.role();
        TableDef table = catalog.table(required.relation());
        int missing = required.rights() & ~access.onRelation(role, table);
        boolean allowed = (missing & ~COLUMN_RIGHTS) == 0
                && onColumns(role, table, missing & Privilege.SELECT.bit(), required.selected())
                && onColumns(role, table, missing & Privilege.INSERT.bit(), required.inserted())
                && onColumns(role, table, missing & Privilege.UPDATE.bit(), required.updated());
        if (!allowed) {
            throw denied(table);
        }
    }

    /// For a foreign key: 42501 unless it may point at each of the columns.
    public void requireReferences(TableDef table, List<Integer> columns) {
        int right = Privilege.REFERENCES.bit();
        boolean allowed = current.superuser()
                || (access.onRelation(current.oid(), table) & right) != 0
                || onColumns(current.oid(), table, right, Set.copyOf(columns));
        if (!allowed) {
            throw denied(table);
        }
    }

    private static RuntimeException denied(TableDef table) {
        return Denial.permission(SecuredObject.relationKind(table.kind()), table.name());
    }

    /// @param right 0 when it is not missing
    /// @param columns numbers, 0 for all of them; empty for any of them
    private boolean onColumns(int role, TableDef table, int right, Set<Integer> columns) {
        if (right == 0) {
            return true;
        }
        if (columns.isEmpty()) {
            return table.columns().stream().anyMatch(column -> isAllowed(role, table, column, right));
        }
        for (int number : columns) {
            boolean allowed = number == 0
                    ? table.columns().stream()
                            .allMatch(column -> column.dropped() || isAllowed(role, table, column, right))
                    : number > 0 && isAllowed(role, table, table.columns().get(number - 1), right);
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllowed(int role, TableDef table, ColumnDef column, int right) {
        return !column.dropped() && (access.onColumn(role, table, column) & right) != 0;
    }

    /// 42501 when the current role may not call the function.
    public void checkCall(int oid) {
        FunctionDef function = catalog.function(oid);
        if (!current.superuser() && (access.onFunction(current.oid(), function) & Privilege.EXECUTE.bit()) == 0) {
            throw Denial.permission(SecuredObject.routineKind(function.kind()), function.name());
        }
    }

    public void requireUsage(TypeDef type) {
        if (!current.superuser() && (access.onType(current.oid(), type) & Privilege.USAGE.bit()) == 0) {
            int named = type.isTrueArray() ? type.elementType() : type.oid();
            throw Denial.permission("type", catalog.formatType(named, -1));
        }
    }

    public void requireUsage(LanguageDef language) {
        if (!current.superuser()
                && (!language.trusted() || (access.onLanguage(current.oid(), language) & Privilege.USAGE.bit()) == 0)) {
            throw Denial.permission("language", language.name());
        }
    }

    /// 42501 when the current role has none of the rights on the whole relation.
    ///
    /// @param rights bits of `Privilege`
    public void requireAny(TableDef table, int rights) {
        if (!current.superuser() && (access.onRelation(current.oid(), table) & rights) == 0) {
            throw denied(table);
        }
    }
}
