package io.pglitedb.planner.ast;

import java.util.List;

/// A type as written. Built-in spellings (`int`, `double precision`) have names `pg_catalog.int4` …;
/// `percentType` for `name%TYPE`; `arrayBounds` has one entry per `[]`, -1 when without a bound;
/// `intervalMask` is INTERVAL's field restriction as PostgreSQL's typmod mask, -1 when none (precision is then in
/// `typmods`).
public record TypeName(
        List<String> names,
        boolean setOf,
        boolean percentType,
        List<AstExpr> typmods,
        int intervalMask,
        List<Integer> arrayBounds,
        int location) {
    /// Bits of `intervalMask`, as in PostgreSQL's datetime.h.
    public static final int MONTH = 1 << 1;

    public static final int YEAR = 1 << 2;
    public static final int DAY = 1 << 3;
    public static final int HOUR = 1 << 10;
    public static final int MINUTE = 1 << 11;
    public static final int SECOND = 1 << 12;
    public static final int FULL_RANGE = 0x7FFF;

    /// A type by its name alone, of which no error tells the place.
    public static TypeName of(List<String> names) {
        return new TypeName(names, false, false, List.of(), -1, List.of(), -1);
    }

    public TypeName withoutLocation() {
        return new TypeName(names, setOf, percentType, typmods, intervalMask, arrayBounds, -1);
    }

    /// A type of pg_catalog without modifiers.
    public static TypeName system(String name, int location) {
        return new TypeName(List.of("pg_catalog", name), false, false, List.of(), -1, List.of(), location);
    }
}
