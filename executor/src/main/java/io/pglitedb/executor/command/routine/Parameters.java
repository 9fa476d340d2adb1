package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.FunctionDef.Argument;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.planner.ast.RoutineParameter.Mode;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The parameters of a routine that is being made. Source of the rules: PostgreSQL's
/// interpret_function_parameter_list.
final class Parameters {
    private static final int ANY = 2276;

    private final Definition definition;
    private final boolean procedure;

    final List<Integer> inputTypes = new ArrayList<>();
    final List<String> inputNames = new ArrayList<>();
    final List<Argument> all = new ArrayList<>();
    final List<String> defaults = new ArrayList<>();
    final Set<ObjectAddress> references = new LinkedHashSet<>();
    int variadicElement;

    Parameters(List<RoutineParameter> written, boolean procedure, Definition definition) {
        this.definition = definition;
        this.procedure = procedure;
        written.forEach(this::add);
        checkNames(written);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_FUNCTION_DEFINITION, message);
    }

    private void add(RoutineParameter parameter) {
        int type = definition.usableType(parameter.type()).oid();
        boolean input = parameter.isInput();
        if (parameter.type().setOf()) {
            throw invalid((procedure ? "procedures" : "functions") + " cannot accept set arguments");
        }
        if (variadicElement != 0 && (input || procedure && parameter.mode() == Mode.OUT)) {
            throw invalid(
                    procedure && !input
                            ? "VARIADIC parameter must be the last parameter"
                            : "VARIADIC parameter must be the last input parameter");
        }
        String name = parameter.name() == null ? "" : parameter.name();
        all.add(new Argument(letter(parameter.mode()), name, type));
        if (input) {
            inputTypes.add(type);
            inputNames.add(name);
        }
        if (parameter.mode() == Mode.VARIADIC) {
            variadicElement = elementOf(type);
        }
        defaultOf(parameter, type);
    }

    private static char letter(Mode mode) {
        return switch (mode) {
            case DEFAULT, IN -> 'i';
            case OUT -> 'o';
            case INOUT -> 'b';
            case VARIADIC -> 'v';
            case TABLE -> 't';
        };
    }

    private int elementOf(int type) {
        return switch (type) {
            case Oids.ANYARRAY -> Oids.ANYELEMENT;
            case Oids.ANYCOMPATIBLEARRAY -> Oids.ANYCOMPATIBLE;
            case ANY -> ANY;
            default -> {
                TypeDef array = definition.view().type(type);
                if (array.elementType() == 0 || array.length() != -1) {
                    throw invalid("VARIADIC parameter must be an array");
                }
                yield array.elementType();
            }
        };
    }

    private void defaultOf(RoutineParameter parameter, int type) {
        if (parameter.defaultValue() != null) {
            if (!parameter.isInput()) {
                throw invalid("only input parameters can have default values");
            }
            ExpressionScope scope =
                    ExpressionScope.empty(definition.view(), definition.session(), ParameterTypes.none());
            Expression value = ExpressionReferences.of(
                    scope.functionDefault(parameter.defaultValue(), type), 0, definition.session());
            defaults.add(value.tree());
            references.addAll(value.references());
        } else if (!defaults.isEmpty()) {
            if (parameter.isInput()) {
                throw invalid("input parameters after one with a default value must also have defaults");
            }
            if (procedure) {
                throw invalid("procedure OUT parameters cannot appear after one with a default value");
            }
        }
    }

    /// A name may be both an input's and an output's, but for columns of RETURNS TABLE.
    private void checkNames(List<RoutineParameter> written) {
        Set<String> inputs = new HashSet<>();
        Set<String> outputs = new HashSet<>();
        for (RoutineParameter parameter : written) {
            String name = parameter.name();
            if (name == null) {
                continue;
            }
            boolean output =
                    parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT || parameter.mode() == Mode.TABLE;
            boolean again = parameter.isInput() && !inputs.add(name);
            again |= output && !outputs.add(name);
            again |= parameter.mode() == Mode.TABLE && inputs.contains(name);
            if (again) {
                throw invalid("parameter name \"%s\" used more than once".formatted(name));
            }
        }
    }

    List<Argument> outputs() {
        return all.stream()
                .filter(argument -> "obt".indexOf(argument.mode()) >= 0)
                .toList();
    }

    /// As the catalog keeps them: none when all are plain inputs.
    List<Argument> stored() {
        return all.stream().allMatch(argument -> argument.mode() == 'i') ? List.of() : all;
    }

    /// What the output parameters make the routine return; 0 without any.
    int resultType() {
        List<Argument> outputs = outputs();
        if (outputs.isEmpty()) {
            return 0;
        }
        return outputs.size() == 1 && !procedure ? outputs.getFirst().type() : Oids.RECORD;
    }
}
