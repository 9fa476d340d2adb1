package io.pglitedb.planner.ast;

/// A relation's name. `inherit` is false after ONLY; `alias` may be null.
public record RangeVar(
        String catalog,
        String schema,
        String relation,
        boolean inherit,
        Persistence persistence,
        Alias alias,
        int location)
        implements FromItem {
    public enum Persistence {
        PERMANENT,
        UNLOGGED,
        TEMPORARY
    }

    public RangeVar withAlias(Alias newAlias) {
        return new RangeVar(catalog, schema, relation, inherit, persistence, newAlias, location);
    }

    public RangeVar withPersistence(Persistence newPersistence) {
        return new RangeVar(catalog, schema, relation, inherit, newPersistence, alias, location);
    }
}
