package io.pglitedb.planner.plpgsql;

import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.List;

/// The variables of a routine, by their numbers from 1. Its parameters come first, so that `$1` is variable 1.
public final class PlDeclarations {
    /// What a name means that a column and a variable have.
    public enum Conflict {
        ERROR,
        VARIABLE,
        COLUMN
    }

    /// What `RETURN` gives.
    public enum Returning {
        VALUE,
        NOTHING,
        PROCEDURE,
        OUTPUTS
    }

    private final PlScope outermost;
    private Returning returning = Returning.VALUE;
    private boolean set;
    private final List<PlVariable> variables = new ArrayList<>();
    private int changes;
    private Conflict conflict;
    private boolean printStrictParameters;

    /// @param routine label of the outermost scope
    public PlDeclarations(String routine, Conflict conflict, boolean printStrictParameters) {
        this.outermost = new PlScope(null, routine, false);
        this.conflict = conflict;
        this.printStrictParameters = printStrictParameters;
    }

    /// @param ofSet whether the routine gives many rows
    public void returns(Returning what, boolean ofSet) {
        returning = what;
        set = ofSet;
    }

    Returning returning() {
        return returning;
    }

    boolean returnsSet() {
        return set;
    }

    PlScope outermost() {
        return outermost;
    }

    /// A variable of the routine itself.
    ///
    /// @param names that mean it
    public int add(PlType type, boolean constant, String... names) {
        int number = add(outermost, names[0], type, constant, false, null, 0, null);
        for (String name : names) {
            outermost.declare(name, number);
        }
        return number;
    }

    int add(
            PlScope scope,
            String name,
            PlType type,
            boolean constant,
            boolean notNull,
            PlExpression initial,
            int line,
            PlVariable.Cursor cursor) {
        int number = variables.size() + 1;
        variables.add(new PlVariable(number, name, type, constant, notNull, initial, line, cursor));
        scope.declare(name, number);
        return number;
    }

    /// SQLSTATE or SQLERRM, which handlers may read; its number.
    int addOfException(PlScope scope, String name) {
        return add(scope, name, new PlType(Oids.TEXT, -1, 100, false), true, false, null, 0, null);
    }

    public PlVariable variable(int number) {
        return variables.get(number - 1);
    }

    /// The variable takes values of another type from now on.
    ///
    /// @param collation OID
    public void retype(int number, int oid, int typmod, int collation) {
        PlVariable before = variable(number);
        PlType type = new PlType(oid, typmod, collation, false);
        if (!type.equals(before.type())) {
            variables.set(
                    number - 1,
                    new PlVariable(
                            number,
                            before.name(),
                            type,
                            before.constant(),
                            before.notNull(),
                            before.initial(),
                            before.line(),
                            before.cursor()));
            changes++;
        }
    }

    /// Grows when a type changes.
    public int changes() {
        return changes;
    }

    public int count() {
        return variables.size();
    }

    public Conflict conflict() {
        return conflict;
    }

    void conflict(Conflict newConflict) {
        conflict = newConflict;
    }

    public boolean printsStrictParameters() {
        return printStrictParameters;
    }

    void printStrictParameters(boolean on) {
        printStrictParameters = on;
    }
}
