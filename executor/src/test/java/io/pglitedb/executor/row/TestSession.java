package io.pglitedb.executor.row;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.names.CatalogTypes;
import io.pglitedb.executor.run.CurrentRole;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// A session at a fixed moment with PostgreSQL's default settings.
public final class TestSession implements SessionContext {
    private final CatalogTypes types;
    private final Supplier<CatalogView> catalog;

    public TestSession(Supplier<CatalogView> catalog) {
        this.types = new CatalogTypes(catalog);
        this.catalog = catalog;
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
        return 0;
    }

    @Override
    public long statementTimestamp() {
        return 0;
    }

    @Override
    public long clockTimestamp() {
        return 0;
    }

    @Override
    public ValueType type(int oid) {
        return types.get(oid);
    }

    @Override
    public String setting(String name) {
        throw new AssertionError("setting " + name);
    }

    @Override
    public void report(Report notice) {
        throw new AssertionError(notice);
    }

    @Override
    public <T> T as(Class<T> context) {
        if (context == CatalogView.class) {
            return context.cast(catalog.get());
        }
        if (context == CurrentRole.class) {
            return context.cast(new CurrentRole(10, true));
        }
        throw new IllegalStateException("no " + context);
    }
}
