package io.pglitedb.planner.ast;

import java.util.List;

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

    /// A relation by its perhaps qualified name alone.
    public static RangeVar of(List<String> name) {
        String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
        return new RangeVar(null, schema, name.getLast(), true, Persistence.PERMANENT, null, -1);
    }

    public RangeVar withAlias(Alias newAlias) {
        return new RangeVar(catalog, schema, relation, inherit, persistence, newAlias, location);
    }

    public RangeVar withPersistence(Persistence newPersistence) {
        return new RangeVar(catalog, schema, relation, inherit, newPersistence, alias, location);
    }
}
