package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.executor.access.Creation;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// One run of a command that defines objects. What it has written so far is in `view()`.
public final class Definition {
    public static final int PG_CATALOG = 11;

    private final Backend backend;

    private Definition(Backend backend) {
        this.backend = backend;
    }

    public static Definition of(CommandCall call) {
        return new Definition(call.session());
    }

    public static Definition of(Backend backend) {
        return new Definition(backend);
    }

    public Backend backend() {
        return backend;
    }

    public CatalogWriter writer() {
        return backend.sessionCatalog().writer();
    }

    public CatalogView view() {
        return backend.catalog();
    }

    public SessionContext session() {
        return backend.context();
    }

    public CommandAnalysis analysis() {
        return new CommandAnalysis(view(), session(), ParameterTypes.none());
    }

    /// The type that something is to be made of: 42501 when the current role may not use it.
    public SqlType usableType(TypeName name) {
        SqlType type = analysis().type(name);
        new StatementAccess(view(), backend.identity().currentUser()).requireUsage(view().type(type.oid()));
        return type;
    }

    /// OID of the role that owns what is made.
    public int owner() {
        return backend.identity().currentUser().oid();
    }

    public void notice(String message) {
        session().report(Report.notice(message));
    }

    public void warn(SqlState state, String message) {
        session().report(Report.warning(state, message));
    }

    public boolean isSuperuser() {
        return backend.identity().currentUser().superuser();
    }

    /// A notice that something is there already or not there, and so nothing was done.
    public void noticeSkipped(SqlState state, String message) {
        session().report(Report.of(Severity.NOTICE, state, message));
    }

    public Expression columnDefault(TableDef table, int number, AstExpr raw) {
        return StoredExpressions.columnDefault(this, table, number, raw);
    }

    public Expression generated(TableDef table, int number, AstExpr raw) {
        return StoredExpressions.generated(this, table, number, raw);
    }

    public Expression triggerCondition(Expr condition, TableDef table) {
        return ExpressionReferences.of(condition, table.oid(), session());
    }

    public Expression policy(TableDef table, AstExpr raw) {
        return StoredExpressions.policy(this, table, raw);
    }

    public Expression publicationWhere(TableDef table, AstExpr raw) {
        return StoredExpressions.publicationWhere(this, table, raw);
    }

    /// OID of the schema in which a relation of that name is made; 3F000 when there is none.
    public int namespaceFor(RangeVar name) {
        try {
            return creationPlace(name);
        } catch (PgException denied) {
            throw denied.state() == SqlState.INSUFFICIENT_PRIVILEGE ? denied.at(name.location() + 1) : denied;
        }
    }

    private int creationPlace(RangeVar name) {
        boolean temporary = name.persistence() == RangeVar.Persistence.TEMPORARY;
        if (name.catalog() != null && !name.catalog().equals(view().databaseName())) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cross-database references are not implemented: \"%s.%s.%s\""
                            .formatted(name.catalog(), name.schema(), name.relation()));
        }
        if (name.schema() == null) {
            return temporary ? temporarySchema() : creatable(creationNamespace());
        }
        if (name.schema().equals("pg_temp")) {
            return temporarySchema();
        }
        int namespace = creatable(namespace(name.schema()));
        if (temporary && namespace != backend.sessionCatalog().temporarySchema()) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION, "cannot create temporary relation in non-temporary schema");
        }
        return namespace;
    }

    /// OID of the schema in which a type or routine of that qualified name is made.
    public int namespaceFor(List<String> name) {
        return creatable(name.size() == 1 ? creationNamespace() : namespace(name.get(name.size() - 2)));
    }

    private int temporarySchema() {
        if (backend.sessionCatalog().temporarySchema() == 0) {
            new Creation(this).requireInDatabase(Privilege.TEMPORARY);
        }
        return new TemporarySchema(backend).require(writer());
    }

    /// 42501 when the current role may not make anything in the schema.
    private int creatable(int namespace) {
        new Creation(this).requireInSchema(owner(), namespace);
        return namespace;
    }

    /// `p`, `u` or `t`, as pg_class.relpersistence; a relation in the temporary schema is temporary unasked.
    public char persistence(RangeVar name, int namespace) {
        if (namespace == backend.sessionCatalog().temporarySchema()) {
            return 't';
        }
        return switch (name.persistence()) {
            case PERMANENT -> 'p';
            case UNLOGGED -> 'u';
            case TEMPORARY -> 't';
        };
    }

    /// 3F000 when no schema of the search path exists.
    public int creationNamespace() {
        int namespace = view().creationNamespace();
        if (namespace == 0) {
            throw new PgException(SqlState.INVALID_SCHEMA_NAME, "no schema has been selected to create in");
        }
        return namespace;
    }

    /// 3F000 when there is no such schema.
    public int namespace(String name) {
        int namespace = view().namespace(name);
        if (namespace == 0) {
            throw new PgException(SqlState.INVALID_SCHEMA_NAME, "schema \"%s\" does not exist".formatted(name));
        }
        return namespace;
    }

    /// Null when there is none.
    ///
    /// @param schema null for the search path
    public TableDef find(String schema, String name) {
        if (schema != null) {
            return view().table(view().namespace(schema), name);
        }
        for (int namespace : view().searchPath()) {
            TableDef table = view().table(namespace, name);
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    /// The relation, locked to the end of the transaction; 42P01 when there is none.
    public TableDef relation(RangeVar name, LockMode mode) {
        while (true) {
            TableDef found = analysis().relation(name);
            lock(found.oid(), mode);
            TableDef now = view().table(found.oid());
            if (now != null && now.name().equals(found.name()) && now.namespace() == found.namespace()) {
                if (now.persistence() == 't') {
                    backend.block().noteTemporary();
                }
                return now;
            }
        }
    }

    /// Returns once the lock is held.
    public void lock(int relation, LockMode mode) {
        backend.instance()
                .store()
                .locks()
                .lock(backend.locks(), new LockTag.Relation(view().databaseOid(), relation), mode, Scope.TRANSACTION);
    }
}
