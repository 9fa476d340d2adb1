package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// Makes operators. An operator named as commutator or negator before it exists is a shell: a row without
/// function. Source: PostgreSQL 15, `OperatorCreate`.
public final class Operators {
    private static final SystemTable TABLE = SystemTables.table("pg_operator");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_operator_oprname_l_r_n_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Operators(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID of the operator, in place of a shell if there is one; 42723 when it exists. Points its commutator and
    /// negator back at it.
    ///
    /// @param definition its `oid` is not looked at
    public int create(OperatorDef definition) {
        SystemRow before = writer.row(
                BY_NAME, definition.name(), definition.leftType(), definition.rightType(), definition.namespace());
        int oid;
        if (before == null) {
            oid = writer.newOid(TABLE);
            writer.insert(TABLE, row(definition).set("oid", oid));
        } else if (before.oid("oprcode") == 0) {
            oid = before.oid("oid");
            writer.update(before, row(definition));
            dependencies.forget(ObjectAddress.of(ClassOid.OPERATOR, oid));
        } else {
            throw new PgException(
                    SqlState.DUPLICATE_FUNCTION, "operator %s already exists".formatted(definition.name()));
        }
        recordDependencies(oid, definition);
        linkBack(definition.commutator(), "oprcom", oid);
        linkBack(definition.negator(), "oprnegate", oid);
        return oid;
    }

    private void linkBack(int other, String column, int oid) {
        if (other != 0 && other != oid) {
            SystemRow row = writer.row(TABLE.oidIndex(), other);
            if (row.oid(column) == 0) {
                writer.update(row, Map.of(column, oid));
            }
        }
    }

    private static RowValues row(OperatorDef operator) {
        return new RowValues()
                .set("oprname", operator.name())
                .set("oprnamespace", operator.namespace())
                .set("oprowner", operator.owner())
                .set("oprkind", operator.leftType() == 0 ? 'l' : 'b')
                .set("oprcanmerge", operator.canMerge())
                .set("oprcanhash", operator.canHash())
                .set("oprleft", operator.leftType())
                .set("oprright", operator.rightType())
                .set("oprresult", operator.resultType())
                .set("oprcom", operator.commutator())
                .set("oprnegate", operator.negator())
                .set("oprcode", operator.function())
                .set("oprrest", operator.restrictionEstimator())
                .set("oprjoin", operator.joinEstimator());
    }

    /// @param restriction OID of a function, 0 for none
    /// @param join the same
    public void setEstimators(int oid, int restriction, int join) {
        ObjectAddress self = ObjectAddress.of(ClassOid.OPERATOR, oid);
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        for (String column : List.of("oprrest", "oprjoin")) {
            dependencies.forget(self, ObjectAddress.function(row.oid(column)), DependencyType.NORMAL);
        }
        writer.update(row, Map.of("oprrest", restriction, "oprjoin", join));
        dependencies.recordAll(
                self,
                List.of(ObjectAddress.function(restriction), ObjectAddress.function(join)),
                DependencyType.NORMAL);
    }

    /// Not on commutator and negator: they are repaired when those go.
    private void recordDependencies(int oid, OperatorDef operator) {
        ObjectAddress self = ObjectAddress.of(ClassOid.OPERATOR, oid);
        dependencies.recordAll(
                self,
                List.of(
                        ObjectAddress.schema(operator.namespace()),
                        ObjectAddress.type(operator.leftType()),
                        ObjectAddress.type(operator.rightType()),
                        ObjectAddress.type(operator.resultType()),
                        ObjectAddress.function(operator.function()),
                        ObjectAddress.function(operator.restrictionEstimator()),
                        ObjectAddress.function(operator.joinEstimator())),
                DependencyType.NORMAL);
        dependencies.recordOwner(self, operator.owner());
    }
}
