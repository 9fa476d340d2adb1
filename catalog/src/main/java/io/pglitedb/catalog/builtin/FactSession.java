package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.facts.FactTable;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.reference.RoleNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// Enough of a session to read the facts: knows the roles that every server has.
final class FactSession implements SessionContext, RoleNames {
    static final FactSession INSTANCE = new FactSession();

    private final Map<String, Integer> oids = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    private FactSession() {
        FactTable.read("pg_authid", row -> Map.entry(row.text("rolname"), row.integer("oid")))
                .forEach(role -> {
                    oids.put(role.getKey(), role.getValue());
                    names.put(role.getValue(), role.getKey());
                });
    }

    @Override
    public int find(String name) {
        return oids.getOrDefault(name, 0);
    }

    @Override
    public String name(int oid) {
        return names.get(oid);
    }

    @Override
    public <T> T as(Class<T> context) {
        if (!context.isInstance(this)) {
            throw new IllegalStateException("facts have no " + context.getSimpleName());
        }
        return context.cast(this);
    }

    @Override
    public ZoneId timeZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public DateStyle dateStyle() {
        return new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY);
    }

    @Override
    public IntervalStyle intervalStyle() {
        return IntervalStyle.POSTGRES;
    }

    @Override
    public int extraFloatDigits() {
        return 1;
    }

    @Override
    public boolean byteaHex() {
        return true;
    }

    @Override
    public long transactionTimestamp() {
        throw new IllegalStateException("facts have no time");
    }

    @Override
    public long statementTimestamp() {
        throw new IllegalStateException("facts have no time");
    }

    @Override
    public long clockTimestamp() {
        throw new IllegalStateException("facts have no time");
    }

    @Override
    public ValueType type(int oid) {
        return BuiltinTypes.get(oid);
    }

    @Override
    public String setting(String name) {
        throw new IllegalStateException("facts have no settings");
    }

    @Override
    public void report(Report notice) {
        throw new IllegalStateException(notice.message());
    }
}
