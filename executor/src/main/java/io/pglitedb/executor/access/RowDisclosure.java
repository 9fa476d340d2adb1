package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.access.RowSecurity;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.run.CurrentRole;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.access.Privilege;
import java.util.List;

/// Which values of a table's rows an error may show to the current role: those that it may read, and none of a
/// table whose policies bind it. Source of the rules: PostgreSQL 15, `ExecBuildSlotValueDescription` and
/// `BuildIndexValueDescription`.
public final class RowDisclosure {
    private final CatalogView catalog;
    private final TableDef table;
    private final int role;
    private final boolean superuser;
    private final AccessControl access;

    private RowDisclosure(CatalogView catalog, TableDef table, int role, boolean superuser) {
        this.catalog = catalog;
        this.table = table;
        this.role = role;
        this.superuser = superuser;
        this.access = new AccessControl(catalog);
    }

    public static RowDisclosure of(TableDef table, SessionContext session) {
        CurrentRole current = session.as(CurrentRole.class);
        return new RowDisclosure(session.as(CatalogView.class), table, current.oid(), current.superuser());
    }

    public boolean hidesAll() {
        return !superuser && RowSecurity.isActive(catalog, role, table);
    }

    /// Whether no column is hidden.
    public boolean showsAll() {
        return superuser || !hidesAll() && (access.onRelation(role, table) & Privilege.SELECT.bit()) != 0;
    }

    public boolean shows(ColumnDef column) {
        return showsAll() || !hidesAll() && (access.onColumn(role, table, column) & Privilege.SELECT.bit()) != 0;
    }

    /// @param columns numbers, 0 for an expression
    public boolean showsKey(List<Integer> columns) {
        return showsAll()
                || columns.stream()
                        .allMatch(number -> number > 0 && shows(table.columns().get(number - 1)));
    }
}
