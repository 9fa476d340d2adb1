package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The tables that a new one inherits from, or is a partition of. Source of the messages: PostgreSQL's
/// MergeAttributes.
public final class Parents {
    private final Definition definition;
    private final char persistence;

    /// @param persistence of the new table
    public Parents(Definition definition, char persistence) {
        this.definition = definition;
        this.persistence = persistence;
    }

    public List<TableDef> inherited(List<RangeVar> names) {
        List<TableDef> parents = new ArrayList<>();
        for (RangeVar name : names) {
            TableDef parent = definition.relation(name, LockMode.SHARE_UPDATE_EXCLUSIVE);
            if (parents.stream().anyMatch(other -> other.oid() == parent.oid())) {
                throw new PgException(
                        SqlState.DUPLICATE_TABLE,
                        "relation \"%s\" would be inherited from more than once".formatted(parent.name()));
            }
            requireInheritable(parent);
            new Ownership(definition).require(parent);
            parents.add(parent);
        }
        return parents;
    }

    /// 42809 for a relation that no table can inherit from.
    private void requireInheritable(TableDef parent) {
        if (parent.kind() == 'p') {
            throw wrongKind("cannot inherit from partitioned table \"%s\"", parent);
        }
        if (parent.traits().partition()) {
            throw wrongKind("cannot inherit from partition \"%s\"", parent);
        }
        if (parent.kind() != 'r' && parent.kind() != 'f') {
            throw wrongKind("inherited relation \"%s\" is not a table or foreign table", parent);
        }
        if (persistence != 't' && parent.persistence() == 't') {
            throw wrongKind("cannot inherit from temporary relation \"%s\"", parent);
        }
    }

    private static PgException wrongKind(String message, TableDef parent) {
        return new PgException(SqlState.WRONG_OBJECT_TYPE, message.formatted(parent.name()));
    }

    public TableDef partitioned(RangeVar name) {
        TableDef parent = definition.relation(name, LockMode.SHARE_UPDATE_EXCLUSIVE);
        NewPartition.requirePartitioned(parent);
        new Ownership(definition).require(parent);
        if (parent.persistence() != 't' && persistence == 't') {
            throw wrongKind("cannot create a temporary relation as partition of permanent relation \"%s\"", parent);
        }
        if (parent.persistence() == 't' && persistence != 't') {
            throw wrongKind("cannot create a permanent relation as partition of temporary relation \"%s\"", parent);
        }
        return parent;
    }
}
