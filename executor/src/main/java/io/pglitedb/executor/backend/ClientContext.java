package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.executor.names.CatalogObjects;
import io.pglitedb.executor.names.CatalogRoles;
import io.pglitedb.executor.names.CatalogTypes;
import io.pglitedb.executor.plpgsql.PlRoutines;
import io.pglitedb.executor.plpgsql.PlTriggers;
import io.pglitedb.executor.routine.SqlRoutines;
import io.pglitedb.executor.row.expression.DomainValues;
import io.pglitedb.executor.run.CurrentRole;
import io.pglitedb.executor.run.CursorRows;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.executor.sequence.SequenceReader;
import io.pglitedb.executor.sequence.SequenceState;
import io.pglitedb.planner.partition.HashFunctions;
import io.pglitedb.types.DomainCheck;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.floating.SessionRandom;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.reference.RoleNames;
import io.pglitedb.types.textsearch.dictionary.BuiltinTextSearch;
import io.pglitedb.types.textsearch.dictionary.TextSearchObjects;
import java.security.SecureRandom;
import java.time.ZoneId;

/// The session as types and functions see it.
public final class ClientContext implements SessionContext {
    private final Backend session;
    private final CatalogTypes types;
    private final CatalogObjects objects;
    private final CatalogRoles roles;
    private final SqlRoutines routines;
    private final PlRoutines plRoutines;
    private final PlTriggers triggers;
    private final DomainValues domains;
    private SessionRandom random;

    ClientContext(Backend session) {
        this.session = session;
        this.routines = new SqlRoutines(session);
        this.plRoutines = new PlRoutines(session);
        this.triggers = new PlTriggers(session);
        this.domains = new DomainValues(session::catalog, this);
        this.types = new CatalogTypes(session::catalog);
        this.objects = new CatalogObjects(session::catalog, this);
        this.roles = new CatalogRoles(session::catalog);
    }

    private SettingValues values() {
        return session.variables().values();
    }

    @Override
    public ZoneId timeZone() {
        return values().timeZone();
    }

    @Override
    public DateStyle dateStyle() {
        return values().dateStyle();
    }

    @Override
    public IntervalStyle intervalStyle() {
        return values().intervalStyle();
    }

    @Override
    public int extraFloatDigits() {
        return values().extraFloatDigits();
    }

    @Override
    public boolean byteaHex() {
        return values().byteaHex();
    }

    @Override
    public long transactionTimestamp() {
        return session.block().startedAt();
    }

    @Override
    public long statementTimestamp() {
        return session.statementTimestamp();
    }

    @Override
    public long clockTimestamp() {
        return Clocks.micros();
    }

    @Override
    public ValueType type(int oid) {
        return types.get(oid);
    }

    @Override
    public String typeName(int oid) {
        return session.catalog().formatType(oid);
    }

    @Override
    public String setting(String name) {
        return session.variables().show(name);
    }

    @Override
    public void report(Report notice) {
        session.report(notice);
    }

    @Override
    public <T> T as(Class<T> context) {
        Object found = find(context);
        if (found == null) {
            throw new IllegalStateException("the session has no " + context.getName());
        }
        return context.cast(found);
    }

    private FunctionImplementation body(FunctionDef function) {
        FunctionImplementation found = routines.find(function);
        return found != null ? found : plRoutines.find(function);
    }

    private Object find(Class<?> context) {
        if (context == Backend.class) {
            return session;
        }
        if (context == Publications.class) {
            return new Publications(session.sessionCatalog().writer());
        }
        if (context == CurrentRole.class) {
            Identity.Role current = session.identity().currentUser();
            return new CurrentRole(current.oid(), current.superuser());
        }
        if (context == CursorRows.class) {
            return new CurrentRows(session);
        }
        if (context == DomainCheck.class) {
            return domains;
        }
        if (context == FunctionBodies.class || context == HashFunctions.class) {
            return (FunctionBodies) this::body;
        }
        if (context == TriggerCalls.class) {
            return triggers;
        }
        if (context == PlRoutines.class) {
            return plRoutines;
        }
        if (context == SessionRandom.class) {
            return random();
        }
        if (context == ObjectNames.class) {
            return objects;
        }
        if (context == RoleNames.class) {
            return roles;
        }
        if (context == TextSearchObjects.class) {
            return BuiltinTextSearch.INSTANCE;
        }
        if (context == SequenceReader.class) {
            SequenceReader reader = this::sequenceRow;
            return reader;
        }
        return context == CatalogView.class ? session.catalog() : null;
    }

    private SequenceState.Row sequenceRow(int oid) {
        CatalogView catalog = session.catalog();
        return session.instance()
                .sequences()
                .state(catalog.table(oid).storage(), catalog.sequence(oid))
                .row();
    }

    private SessionRandom random() {
        if (random == null) {
            random = new SessionRandom(new SecureRandom().nextLong());
        }
        return random;
    }
}
