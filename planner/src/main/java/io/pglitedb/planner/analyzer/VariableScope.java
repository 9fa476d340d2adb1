package io.pglitedb.planner.analyzer;

import java.util.List;

/// The variables of a procedural language that names in a piece of SQL may mean. They become parameters.
public interface VariableScope {
    /// What a name means that is a column's and a variable's.
    enum Preference {
        /// 42702
        NEITHER,
        VARIABLE,
        COLUMN
    }

    /// @param number of the parameter
    /// @param used how many of the names it took: further ones are fields
    record Found(int number, int used) {}

    Preference preference();

    /// Null when the names mean no variable. 42703 for a field that a row does not have, 55000 for one of a row
    /// without shape.
    Found find(List<String> names);

    /// Names of the fields when the names mean a row of no declared type, else null.
    List<String> fields(List<String> names);

    /// OID of a parameter's type, 0 when there is no such parameter.
    int type(int number);

    int typmod(int number);

    /// How many parameters have been given numbers.
    int count();
}
