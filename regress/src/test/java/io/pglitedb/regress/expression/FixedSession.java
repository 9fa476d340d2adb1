package io.pglitedb.regress.expression;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.executor.names.CatalogObjects;
import io.pglitedb.executor.names.CatalogRoles;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.textsearch.dictionary.BuiltinTextSearch;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A session at a fixed moment with PostgreSQL's default settings.
final class FixedSession implements SessionContext {
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
        return BuiltinTypes.get(oid);
    }

    @Override
    public String setting(String name) {
        return switch (name) {
            case "search_path" -> "\"$user\", public";
            case "default_text_search_config" -> "pg_catalog.english";
            case "xmloption" -> "content";
            case "xmlbinary" -> "base64";
            default -> throw new IllegalStateException("setting " + name);
        };
    }

    @Override
    public void report(Report notice) {
        // notices are not compared
    }

    @Override
    public <T> T as(Class<T> context) {
        Object found = switch (context.getSimpleName()) {
            case "CatalogView" -> BuiltinCatalog.instance();
            case "ObjectNames" -> new CatalogObjects(BuiltinCatalog::instance, this);
            case "TextSearchObjects" -> BuiltinTextSearch.INSTANCE;
            case "RoleNames" -> new CatalogRoles(BuiltinCatalog::instance);
            default -> throw new IllegalStateException("no " + context);
        };
        return context.cast(found);
    }
}
