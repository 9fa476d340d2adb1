package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.define.Operators;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.OperatorStatement.CreateOperator;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE OPERATOR. Source of the rules: PostgreSQL's DefineOperator and OperatorCreate.
final class CreateOperatorCommand implements Command<CreateOperator> {
    private static final Set<String> KNOWN = Set.of(
            "leftarg",
            "rightarg",
            "function",
            "procedure",
            "commutator",
            "negator",
            "restrict",
            "join",
            "hashes",
            "merges",
            // Of old versions: all mean MERGES.
            "sort1",
            "sort2",
            "ltcmp",
            "gtcmp");

    @Override
    public Class<CreateOperator> statement() {
        return CreateOperator.class;
    }

    @Override
    public String name(CreateOperator statement) {
        return "CREATE OPERATOR";
    }

    @Override
    public Set<Trait> traits(CreateOperator statement) {
        return Set.of(Trait.WRITES);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_FUNCTION_DEFINITION, message);
    }

    @Override
    public String run(CreateOperator statement, CommandCall call) {
        new Making(statement, Definition.of(call)).run();
        return "CREATE OPERATOR";
    }

    private static final class Making {
        private final Definition definition;
        private final List<String> name;
        private final int namespace;
        private final Options options;
        private final int left;
        private final int right;

        Making(CreateOperator statement, Definition definition) {
            this.definition = definition;
            this.name = statement.name();
            this.namespace = definition.namespaceFor(name);
            this.options = new Options(
                    statement.definition(),
                    KNOWN,
                    element -> definition.warn(
                            SqlState.SYNTAX_ERROR,
                            "operator attribute \"%s\" not recognized".formatted(element.name())));
            requireFunction();
            this.left = operand("leftarg");
            this.right = operand("rightarg");
        }

        private void requireFunction() {
            if (!options.has("function") && !options.has("procedure")) {
                throw invalid("operator function must be specified");
            }
        }

        private int operand(String option) {
            TypeName type = options.type(option);
            if (type == null) {
                return 0;
            }
            if (type.setOf()) {
                throw invalid("SETOF type not allowed for operator argument");
            }
            return definition.analysis().type(type).oid();
        }

        void run() {
            if (left == 0 && right == 0) {
                throw invalid("operator argument types must be specified");
            }
            if (right == 0) {
                throw invalid("operator right argument type must be specified")
                        .detail("Postfix operators are not supported.");
            }
            List<Integer> operands = left == 0 ? List.of(right) : List.of(left, right);
            FunctionDef function = definition
                    .analysis()
                    .exactFunction(options.name(options.has("function") ? "function" : "procedure"), operands);
            boolean merges = options.flag("merges", false)
                    || options.has("sort1")
                    || options.has("sort2")
                    || options.has("ltcmp")
                    || options.has("gtcmp");
            boolean hashes = options.flag("hashes", false);
            requireSense(function, merges, hashes);
            new Operators(definition.writer())
                    .create(new OperatorDef(
                            0,
                            name.getLast(),
                            namespace,
                            definition.owner(),
                            merges,
                            hashes,
                            left,
                            right,
                            function.resultType(),
                            related("commutator", right, left),
                            related("negator", left, right),
                            function.oid(),
                            options.has("restrict") ? Estimators.restriction(options.name("restrict"), definition) : 0,
                            options.has("join") ? Estimators.join(options.name("join"), definition) : 0));
        }

        /// What a prefix operator and what one without a boolean result cannot have.
        private void requireSense(FunctionDef function, boolean merges, boolean hashes) {
            if (left == 0) {
                requireAbsent(options.has("commutator"), "only binary operators can have commutators");
                requireAbsent(options.has("join"), "only binary operators can have join selectivity");
                requireAbsent(merges, "only binary operators can merge join");
                requireAbsent(hashes, "only binary operators can hash");
            }
            if (function.resultType() != Oids.BOOL) {
                requireAbsent(options.has("negator"), "only boolean operators can have negators");
                requireAbsent(options.has("restrict"), "only boolean operators can have restriction selectivity");
                requireAbsent(options.has("join"), "only boolean operators can have join selectivity");
                requireAbsent(merges, "only boolean operators can merge join");
                requireAbsent(hashes, "only boolean operators can hash");
            }
        }

        private static void requireAbsent(boolean present, String message) {
            if (present) {
                throw invalid(message);
            }
        }

        /// The operator that an option names, made as a shell when it is not there yet; the one being made is
        /// itself a shell until it gets its function.
        private int related(String option, int otherLeft, int otherRight) {
            List<String> other = options.name(option);
            if (other.isEmpty()) {
                return 0;
            }
            int found = definition.analysis().exactOperator(other, otherLeft, otherRight);
            boolean self = other.getLast().equals(name.getLast())
                    && otherLeft == left
                    && otherRight == right
                    && definition.namespaceFor(other) == namespace;
            if (self && option.equals("negator")) {
                throw invalid("operator cannot be its own negator or sort operator");
            }
            if (found != 0) {
                return found;
            }
            return new Operators(definition.writer())
                    .create(new OperatorDef(
                            0,
                            other.getLast(),
                            definition.namespaceFor(other),
                            definition.owner(),
                            false,
                            false,
                            otherLeft,
                            otherRight,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0));
        }
    }
}
