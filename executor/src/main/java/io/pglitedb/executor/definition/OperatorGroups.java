package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.AccessMethodDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Finds operator classes and families, whose names are told apart by their access method too.
public final class OperatorGroups {
    private static final SystemIndex CLASSES = SystemTables.index("pg_opclass_am_name_nsp_index");
    private static final SystemIndex FAMILIES = SystemTables.index("pg_opfamily_am_name_nsp_index");

    private final Definition definition;

    public OperatorGroups(Definition definition) {
        this.definition = definition;
    }

    /// 42704 when there is none.
    public AccessMethodDef method(String name) {
        AccessMethodDef method = definition.view().accessMethod(name);
        if (method == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "access method \"%s\" does not exist".formatted(name));
        }
        return method;
    }

    /// 42704 when there is none.
    public ObjectAddress require(ObjectReference.OperatorGroup group) {
        boolean family = group.kind() == ObjectKind.OPERATOR_FAMILY;
        int method = method(group.accessMethod()).oid();
        SystemRow found = find(family, method, group.name());
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "operator %s \"%s\" does not exist for access method \"%s\""
                            .formatted(
                                    family ? "family" : "class", String.join(".", group.name()), group.accessMethod()));
        }
        return ObjectAddress.of(family ? ClassOid.OPERATOR_FAMILY : ClassOid.OPERATOR_CLASS, found.oid("oid"));
    }

    /// Null when there is none.
    public SystemRow find(boolean family, int method, List<String> name) {
        List<Integer> schemas = name.size() > 1
                ? List.of(definition.namespace(name.get(name.size() - 2)))
                : definition.view().searchPath();
        for (int schema : schemas) {
            SystemRow row = definition.writer().row(family ? FAMILIES : CLASSES, method, name.getLast(), schema);
            if (row != null) {
                return row;
            }
        }
        return null;
    }
}
