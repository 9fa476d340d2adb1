package io.pglitedb.planner.ast;

import java.util.List;

/// A generic `name = value` option. The carrier of `value` is one of: null (no value), String, Integer,
/// FloatValue,
/// Boolean, TypeName, `List<String>` (a name or operator), `List<TypeName>`, `List<RoleSpec>`, `List<DefElem>`,
/// SessionStatement (a setting), StarValue. `action` other than UNSPECIFIED only in ALTER … OPTIONS.
public record DefElem(String namespace, String name, Object value, Action action, int location) {
    public enum Action {
        UNSPECIFIED,
        SET,
        ADD,
        DROP
    }

    public record FloatValue(String digits) {}

    public record StarValue() {}

    public DefElem(String name, Object value, int location) {
        this(null, name, value, Action.UNSPECIFIED, location);
    }

    public static final List<DefElem> NONE = List.of();
}
