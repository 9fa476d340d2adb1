package io.pglitedb.planner.analyzer;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Types of the parameters `$1 …` of one statement: given by the client or inferred from the first use.
public final class ParameterTypes {
    private static final int NUMBER_MAX = 65535;

    private final List<Integer> oids;
    private final boolean inferred;
    /// The function whose parameters these are, else null.
    private final String routine;

    private final List<String> names;
    /// Null but in a procedural language.
    private final VariableScope variables;

    private ParameterTypes(List<Integer> oids, boolean inferred) {
        this(oids, inferred, null, List.of());
    }

    private ParameterTypes(List<Integer> oids, boolean inferred, String routine, List<String> names) {
        this(oids, inferred, routine, names, null);
    }

    private ParameterTypes(
            List<Integer> oids, boolean inferred, String routine, List<String> names, VariableScope variables) {
        this.oids = new ArrayList<>(oids);
        this.inferred = inferred;
        this.routine = routine;
        this.names = List.copyOf(names);
        this.variables = variables;
    }

    /// No parameters allowed.
    public static ParameterTypes none() {
        return new ParameterTypes(List.of(), false);
    }

    /// Exactly these.
    public static ParameterTypes fixed(List<Integer> oids) {
        return new ParameterTypes(oids, false);
    }

    /// Of a function's body, where `name` and `routine.name` mean a parameter too.
    ///
    /// @param names one each, empty where unnamed; may be shorter than `oids`
    static ParameterTypes of(String routine, List<String> names, List<Integer> oids) {
        return new ParameterTypes(oids, false, routine, names);
    }

    /// Variables of a procedural language.
    public static ParameterTypes of(VariableScope variables) {
        return new ParameterTypes(List.of(), false, null, List.of(), variables);
    }

    /// 0 (or unknown) where the client left the choice; more may be found.
    public static ParameterTypes inferred(List<Integer> given) {
        return new ParameterTypes(given, true);
    }

    /// After the analysis: the types found.
    public List<Integer> oids() {
        if (variables == null) {
            return List.copyOf(oids);
        }
        List<Integer> types = new ArrayList<>();
        for (int number = 1; number <= variables.count(); number++) {
            types.add(variables.type(number));
        }
        return types;
    }

    /// Null but in a procedural language.
    VariableScope variables() {
        return variables;
    }

    /// The type of `$number` as far as known, unknown otherwise.
    int use(int number, int location) {
        if (variables != null) {
            VariableScope.Found found = variables.find(List.of("$" + number));
            if (found == null) {
                throw new PgException(SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + number)
                        .at(location + 1);
            }
            return variables.type(number);
        }
        if (number <= 0 || number > NUMBER_MAX || !inferred && number > oids.size()) {
            throw new PgException(SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + number).at(location + 1);
        }
        while (oids.size() < number) {
            oids.add(Oids.NONE);
        }
        int type = oids.get(number - 1);
        if (!inferred && type == Oids.NONE) {
            throw new PgException(SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + number).at(location + 1);
        }
        if (type == Oids.NONE) {
            oids.set(number - 1, Oids.UNKNOWN);
            return Oids.UNKNOWN;
        }
        return type;
    }

    /// Whether names may mean parameters.
    boolean isNamed() {
        return routine != null || variables != null;
    }

    boolean isOf(String name) {
        return name.equals(routine);
    }

    /// 0 when no parameter is called so.
    int number(String name) {
        return name.isEmpty() ? 0 : names.indexOf(name) + 1;
    }

    boolean isInferred() {
        return inferred;
    }

    /// Settles the type of `$number`, used so far as unknown; the type it has then.
    int infer(TypeRules types, int number, int target, int location) {
        int known = oids.get(number - 1);
        if (known == Oids.UNKNOWN) {
            oids.set(number - 1, target);
            return target;
        }
        if (known != target) {
            throw new PgException(SqlState.AMBIGUOUS_PARAMETER, "inconsistent types deduced for parameter $" + number)
                    .detail("%s versus %s".formatted(types.name(known), types.name(target)))
                    .at(location + 1);
        }
        return known;
    }

    /// Every parameter up to the last used must have a type.
    void check() {
        for (int i = 0; i < oids.size(); i++) {
            if (inferred && (oids.get(i) == Oids.UNKNOWN || oids.get(i) == Oids.NONE)) {
                throw new PgException(
                        SqlState.INDETERMINATE_DATATYPE, "could not determine data type of parameter $" + (i + 1));
            }
        }
    }
}
