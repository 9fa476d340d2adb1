package io.pglitedb.planner.ast;

/// A parameter of a routine, or a column of RETURNS TABLE; `name` null when unnamed, `defaultValue` when it has
/// none.
public record RoutineParameter(String name, Mode mode, TypeName type, AstExpr defaultValue, int location) {
    public enum Mode {
        /// Nothing is written, which means IN.
        DEFAULT,
        IN,
        OUT,
        INOUT,
        VARIADIC,
        /// A column of RETURNS TABLE.
        TABLE
    }

    public boolean isInput() {
        return mode != Mode.OUT && mode != Mode.TABLE;
    }
}
