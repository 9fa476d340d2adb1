package io.pglitedb.executor.plpgsql;

import io.pglitedb.planner.analyzer.VariableScope;
import io.pglitedb.types.SqlType;
import java.util.List;

/// The variables that subscripts read while a part of a value is replaced, behind the value and the new part.
record PlParts(PlVariables variables, SqlType base, SqlType part) implements VariableScope {
    static final int BASE = 1;
    static final int VALUE = 2;

    @Override
    public Preference preference() {
        return variables.preference();
    }

    @Override
    public Found find(List<String> names) {
        Found found = variables.find(names);
        return found == null ? null : new Found(found.number() + VALUE, found.used());
    }

    @Override
    public List<String> fields(List<String> names) {
        return variables.fields(names);
    }

    @Override
    public int type(int number) {
        return switch (number) {
            case BASE -> base.oid();
            case VALUE -> part.oid();
            default -> variables.type(number - VALUE);
        };
    }

    @Override
    public int typmod(int number) {
        return switch (number) {
            case BASE -> base.typmod();
            case VALUE -> part.typmod();
            default -> variables.typmod(number - VALUE);
        };
    }

    @Override
    public int count() {
        return variables.count() + VALUE;
    }
}
