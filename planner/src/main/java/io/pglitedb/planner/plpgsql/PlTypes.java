package io.pglitedb.planner.plpgsql;

import java.util.List;

/// Finds the types that declarations name.
public interface PlTypes {
    /// @param text as SQL writes a type
    PlType type(String text);

    /// `table.column%TYPE`
    PlType ofColumn(List<String> names);

    /// `table%ROWTYPE`
    PlType ofRow(List<String> names);

    /// `variable%TYPE` and others that follow a type known already.
    default PlType of(PlType known) {
        return known;
    }
}
