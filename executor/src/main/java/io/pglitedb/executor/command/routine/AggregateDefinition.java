package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.command.definition.Options;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.analyzer.CommandAnalysis.Support;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.FunctionStatement.CreateAggregate;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What CREATE AGGREGATE says, with its functions found and checked. Source of the rules: PostgreSQL's
/// DefineAggregate and AggregateCreate.
final class AggregateDefinition {
    private static final int INTERNAL_LANGUAGE = 12;
    /// Old names.
    private static final Map<String, String> SYNONYMS =
            Map.of("sfunc1", "sfunc", "stype1", "stype", "initcond1", "initcond");
    private static final Set<String> KNOWN = Set.of(
            "sfunc",
            "stype",
            "sspace",
            "finalfunc",
            "finalfunc_extra",
            "finalfunc_modify",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "initcond",
            "msfunc",
            "minvfunc",
            "mstype",
            "msspace",
            "mfinalfunc",
            "mfinalfunc_extra",
            "mfinalfunc_modify",
            "minitcond",
            "sortop",
            "basetype",
            "hypothetical",
            "parallel");

    private final CreateAggregate statement;
    private final Definition definition;
    private final Options options;
    private final Parameters parameters;
    private final List<Integer> arguments;
    private final char kind;
    private final int directCount;
    private final int stateType;
    private final int movingStateType;

    AggregateDefinition(CreateAggregate statement, Definition definition) {
        this.statement = statement;
        this.definition = definition;
        List<DefElem> renamed = statement.definition().stream()
                .map(element -> new DefElem(
                        SYNONYMS.getOrDefault(element.name(), element.name()), element.value(), element.location()))
                .toList();
        this.options = new Options(
                renamed,
                KNOWN,
                element -> definition.warn(
                        SqlState.SYNTAX_ERROR, "aggregate attribute \"%s\" not recognized".formatted(element.name())));
        require("stype");
        require("sfunc");
        requireMoving();
        this.parameters = new Parameters(written(), false, definition);
        if (!parameters.outputs().isEmpty()) {
            throw invalid("aggregates cannot have output arguments");
        }
        this.arguments = parameters.inputTypes;
        this.directCount = Math.max(0, statement.signature().directCount());
        boolean orderedSet = statement.signature().directCount() >= 0;
        this.kind = !orderedSet ? 'n' : options.flag("hypothetical", false) ? 'h' : 'o';
        this.stateType = stateType("stype");
        this.movingStateType = options.has("mstype") ? stateType("mstype") : 0;
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_FUNCTION_DEFINITION, message);
    }

    private static PgException mismatch(String message) {
        return new PgException(SqlState.DATATYPE_MISMATCH, message);
    }

    private void require(String option) {
        if (!options.has(option)) {
            throw invalid("aggregate %s must be specified".formatted(option));
        }
    }

    private void requireMoving() {
        for (String option : List.of("msfunc", "minvfunc")) {
            if (options.has("mstype") && !options.has(option)) {
                throw invalid("aggregate %s must be specified when mstype is specified".formatted(option));
            }
        }
        for (String option : List.of("msfunc", "minvfunc", "mfinalfunc", "msspace", "minitcond")) {
            if (!options.has("mstype") && options.has(option)) {
                throw invalid("aggregate %s must not be specified without mstype".formatted(option));
            }
        }
    }

    /// The parameters; the old style names one type, or ANY for none, in the definition.
    private List<RoutineParameter> written() {
        if (!statement.oldStyle()) {
            if (options.has("basetype")) {
                throw invalid("basetype is redundant with aggregate input type specification");
            }
            return statement.signature().parameters();
        }
        TypeName type = options.type("basetype");
        if (type == null) {
            throw invalid("aggregate input type must be specified");
        }
        boolean none = type.names().getLast().equalsIgnoreCase("any");
        return none
                ? List.of()
                : List.of(new RoutineParameter(null, RoutineParameter.Mode.DEFAULT, type, null, type.location()));
    }

    private int stateType(String option) {
        int oid = definition.analysis().type(options.type(option)).oid();
        TypeDef type = definition.view().type(oid);
        boolean usable = type.kind() != 'p'
                || definition.analysis().isPolymorphic(oid)
                || oid == Oids.INTERNAL && definition.isSuperuser();
        if (!usable) {
            throw invalid("aggregate transition data type cannot be %s".formatted(type(oid)));
        }
        return oid;
    }

    private String type(int oid) {
        return definition.view().formatType(oid);
    }

    private Support find(String option, List<Integer> types) {
        return options.has(option) ? definition.analysis().support(options.name(option), types) : null;
    }

    private static int oid(Support found) {
        return found == null ? 0 : found.function().oid();
    }

    private String written(String option) {
        return String.join(".", options.name(option));
    }

    private void requireResult(Support found, String what, String option, int type) {
        if (found.resultType() != type) {
            throw mismatch("return type of %s %s is not %s".formatted(what, written(option), type(type)));
        }
    }

    private List<Integer> behind(int first, List<Integer> rest) {
        List<Integer> types = new ArrayList<>(List.of(first));
        types.addAll(rest);
        return types;
    }

    /// What a transition function takes beside the state.
    private List<Integer> aggregated() {
        return kind == 'n' ? arguments : arguments.subList(directCount, arguments.size());
    }

    private Support transition(String option, int state, String initial) {
        Support found = find(option, behind(state, aggregated()));
        requireResult(found, "transition function", option, state);
        boolean fits = !arguments.isEmpty() && definition.analysis().isBinaryCoercible(arguments.getFirst(), state);
        if (found.function().strict() && options.text(initial) == null && !fits) {
            throw invalid("must not omit initial value when transition function is strict and transition type is not"
                    + " compatible with input type");
        }
        return found;
    }

    private Support finish(String option, String extra, int state) {
        List<Integer> inputs = options.flag(extra, false) ? arguments : arguments.subList(0, directCount);
        Support found = find(option, behind(state, inputs));
        if (found != null && options.flag(extra, false) && found.function().strict()) {
            throw invalid("final function with extra arguments must not be declared STRICT");
        }
        return found;
    }

    private Support inverse(Support forward) {
        Support found = find("minvfunc", behind(movingStateType, aggregated()));
        requireResult(found, "inverse transition function", "minvfunc", movingStateType);
        if (found.function().strict() != forward.function().strict()) {
            throw invalid("strictness of aggregate's forward and inverse transition functions must match");
        }
        return found;
    }

    private Support combine() {
        Support found = find("combinefunc", List.of(stateType, stateType));
        if (found != null) {
            requireResult(found, "combine function", "combinefunc", stateType);
            if (stateType == Oids.INTERNAL && found.function().strict()) {
                throw invalid("combine function with transition type %s must not be declared STRICT"
                        .formatted(type(stateType)));
            }
        }
        return found;
    }

    private Support serialize() {
        if (options.has("serialfunc") != options.has("deserialfunc")) {
            throw invalid("must specify both or neither of serialization and deserialization functions");
        }
        if (options.has("serialfunc") && stateType != Oids.INTERNAL) {
            throw invalid("serialization functions may be specified only when the aggregate transition data type is %s"
                    .formatted(type(Oids.INTERNAL)));
        }
        Support found = find("serialfunc", List.of(Oids.INTERNAL));
        if (found != null) {
            requireResult(found, "serialization function", "serialfunc", Oids.BYTEA);
        }
        return found;
    }

    private Support deserialize() {
        Support found = find("deserialfunc", List.of(Oids.BYTEA, Oids.INTERNAL));
        if (found != null) {
            requireResult(found, "deserialization function", "deserialfunc", Oids.INTERNAL);
        }
        return found;
    }

    /// The state before the first row must be a value of its type.
    private Optional<String> initial(String option, int state) {
        String text = options.text(option);
        if (text != null && definition.view().type(state).kind() != 'p') {
            definition.session().type(state).parse(Utf8.of(text), -1, definition.session());
        }
        return Optional.ofNullable(text);
    }

    private char modify(String option) {
        if (!options.has(option)) {
            return kind == 'n' ? 'r' : 'w';
        }
        return switch (options.text(option).toLowerCase(Locale.ROOT)) {
            case "read_only" -> 'r';
            case "shareable" -> 's';
            case "read_write" -> 'w';
            default ->
                throw new PgException(
                        SqlState.SYNTAX_ERROR,
                        "parameter \"%s\" must be READ_ONLY, SHAREABLE, or READ_WRITE".formatted(option));
        };
    }

    private int sortOperator() {
        if (!options.has("sortop")) {
            return 0;
        }
        if (arguments.size() != 1) {
            throw invalid("sort operator can only be specified for single-argument aggregates");
        }
        List<String> name = options.name("sortop");
        int type = arguments.getFirst();
        int found = definition.analysis().exactOperator(name, type, type);
        if (found == 0) {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION,
                    "operator does not exist: %s %s %s".formatted(type(type), String.join(".", name), type(type)));
        }
        return found;
    }

    AggregateDef aggregate() {
        Support transition = transition("sfunc", stateType, "initcond");
        Support finish = finish("finalfunc", "finalfunc_extra", stateType);
        boolean moving = movingStateType != 0;
        Support movingTransition = moving ? transition("msfunc", movingStateType, "minitcond") : null;
        Support movingFinish = moving ? finish("mfinalfunc", "mfinalfunc_extra", movingStateType) : null;
        if (moving) {
            int result = movingFinish == null ? movingStateType : movingFinish.resultType();
            if (result != resultType()) {
                throw invalid(
                        "moving-aggregate implementation returns type %s, but plain implementation returns type %s"
                                .formatted(type(result), type(resultType())));
            }
        }
        return new AggregateDef(
                0,
                kind,
                directCount,
                oid(transition),
                oid(finish),
                oid(combine()),
                oid(serialize()),
                oid(deserialize()),
                oid(movingTransition),
                moving ? oid(inverse(movingTransition)) : 0,
                oid(movingFinish),
                options.flag("finalfunc_extra", false),
                options.flag("mfinalfunc_extra", false),
                modify("finalfunc_modify"),
                modify("mfinalfunc_modify"),
                sortOperator(),
                stateType,
                options.number("sspace", 0),
                movingStateType,
                options.number("msspace", 0),
                initial("initcond", stateType),
                moving ? initial("minitcond", movingStateType) : Optional.empty());
    }

    private int resultType() {
        Support finish = finish("finalfunc", "finalfunc_extra", stateType);
        int type = finish == null ? stateType : finish.resultType();
        if (type == Oids.INTERNAL && !arguments.contains(Oids.INTERNAL)) {
            throw invalid("unsafe use of pseudo-type \"internal\"")
                    .detail("A function returning \"internal\" must have at least one \"internal\" argument.");
        }
        return type;
    }

    private char parallel() {
        String text = options.text("parallel");
        return switch (text == null ? "unsafe" : text) {
            case "safe" -> 's';
            case "restricted" -> 'r';
            case "unsafe" -> 'u';
            default ->
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE");
        };
    }

    FunctionDef function() {
        List<String> name = statement.signature().name();
        return new FunctionDef(
                0,
                name.getLast(),
                definition.namespaceFor(name),
                definition.owner(),
                INTERNAL_LANGUAGE,
                1,
                0,
                parameters.variadicElement,
                0,
                'a',
                false,
                false,
                false,
                false,
                'i',
                parallel(),
                resultType(),
                arguments,
                parameters.inputNames,
                parameters.stored(),
                parameters.defaults,
                "aggregate_dummy",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
