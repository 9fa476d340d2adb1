package io.pglitedb.catalog.def;

/// A `pg_rewrite` row. A view is the relation whose rule `_RETURN` says what to select.
///
/// @param event 1 select, 2 update, 3 insert, 4 delete
/// @param enabled O origin and local, D disabled, R replica, A always
/// @param condition node tree text; `<>` for none
/// @param action node tree text
public record RuleDef(
        int oid,
        String name,
        int relation,
        char event,
        char enabled,
        boolean instead,
        String condition,
        String action) {
    public static final String VIEW = "_RETURN";
}
