package io.pglitedb.executor.command.trigger;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.catalog.define.Triggers;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.TriggerStatement.CreateTrigger;
import io.pglitedb.planner.ast.TriggerStatement.Event;
import io.pglitedb.planner.ast.TriggerStatement.Timing;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.Oids;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE TRIGGER and CREATE CONSTRAINT TRIGGER. Source of the rules and words: PostgreSQL 15, `CreateTrigger`.
final class CreateTriggerCommand implements Command<CreateTrigger> {
    private static final int ROW = 1; // bits of tgtype
    private static final int BEFORE = 2;

    @Override
    public Class<CreateTrigger> statement() {
        return CreateTrigger.class;
    }

    @Override
    public String name(CreateTrigger statement) {
        return "CREATE TRIGGER";
    }

    @Override
    public Set<Trait> traits(CreateTrigger statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateTrigger statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef table = definition.relation(statement.relation(), LockMode.SHARE_ROW_EXCLUSIVE);
        requireFitting(statement, table);
        StatementAccess access = new StatementAccess(
                definition.view(), definition.backend().identity().currentUser());
        access.requireAny(table, Privilege.TRIGGER.bit());
        FunctionDef function = new CommandAnalysis(definition.view(), definition.session(), ParameterTypes.none())
                .exactFunction(statement.function(), List.of());
        access.checkCall(function.oid());
        if (function.resultType() != Oids.TRIGGER) {
            throw invalid("function %s must return type trigger".formatted(String.join(".", statement.function())));
        }
        List<Integer> columns = columns(statement, table);
        Optional<Expression> condition = TriggerCondition.of(statement, table, definition);
        int replaced = replaced(statement, table, definition);
        int constraint = statement.constraint() == null ? 0 : constraint(statement, table, definition);
        int from = statement.constraint() == null || statement.constraint().from() == null
                ? 0
                : definition
                        .relation(statement.constraint().from(), LockMode.ACCESS_SHARE)
                        .oid();
        TriggerDef trigger = new TriggerDef(
                replaced,
                table.oid(),
                0,
                statement.name(),
                function.oid(),
                type(statement),
                'O',
                false,
                from,
                0,
                constraint,
                statement.constraint() != null && statement.constraint().deferrable(),
                statement.constraint() != null && statement.constraint().initiallyDeferred(),
                columns,
                statement.arguments(),
                condition.map(Expression::tree),
                Optional.empty(),
                Optional.empty());
        new Triggers(definition.writer())
                .create(trigger, condition.map(Expression::references).orElse(Set.of()));
        return name(statement);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
    }

    private static int type(CreateTrigger statement) {
        int type = statement.forEachRow() ? ROW : 0;
        if (statement.timing() == Timing.BEFORE) {
            type |= BEFORE;
        }
        for (Event event : statement.events()) {
            type |= switch (event) {
                case INSERT -> 4;
                case DELETE -> 8;
                case UPDATE -> 16;
                case TRUNCATE -> 32;
            };
        }
        return type;
    }

    private static PgException wrongKind(TableDef table, String what, String detail) {
        return new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is a %s".formatted(table.name(), what))
                .detail(detail);
    }

    private static void requireFitting(CreateTrigger statement, TableDef table) {
        boolean instead = statement.timing() == Timing.INSTEAD_OF;
        switch (table.kind()) {
            case 'r' -> {
                if (instead) {
                    throw wrongKind(table, "table", "Tables cannot have INSTEAD OF triggers.");
                }
            }
            case 'p' -> {
                if (instead) {
                    throw wrongKind(table, "table", "Tables cannot have INSTEAD OF triggers.");
                }
                if (statement.forEachRow() && !statement.transitions().isEmpty()) {
                    throw wrongKind(
                            table,
                            "partitioned table",
                            "ROW triggers with transition tables are not supported on partitioned tables.");
                }
            }
            case 'v' -> {
                if (!instead && statement.forEachRow()) {
                    throw wrongKind(table, "view", "Views cannot have row-level BEFORE or AFTER triggers.");
                }
                if (statement.events().contains(Event.TRUNCATE)) {
                    throw wrongKind(table, "view", "Views cannot have TRUNCATE triggers.");
                }
                throw PgException.notSupported("a trigger on a view");
            }
            default ->
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE, "relation \"%s\" cannot have triggers".formatted(table.name()));
        }
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        if (statement.forEachRow() && statement.events().contains(Event.TRUNCATE)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "TRUNCATE FOR EACH ROW triggers are not supported");
        }
        if (!statement.transitions().isEmpty()) {
            throw PgException.notSupported("a transition table");
        }
    }

    private static List<Integer> columns(CreateTrigger statement, TableDef table) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : statement.updateColumns()) {
            ColumnDef column = table.column(name);
            if (column == null) {
                throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" of relation \"%s\" does not exist".formatted(name, table.name()));
            }
            if (numbers.contains(column.number())) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN, "column \"%s\" specified more than once".formatted(name));
            }
            numbers.add(column.number());
        }
        return numbers;
    }

    /// OID of the trigger that OR REPLACE puts another one in the place of; 0 for none.
    private static int replaced(CreateTrigger statement, TableDef table, Definition definition) {
        for (TriggerDef trigger : definition.view().triggers(table.oid())) {
            if (!trigger.name().equals(statement.name()) || !statement.replace()) {
                continue;
            }
            if (trigger.internal()) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT,
                        "trigger \"%s\" for relation \"%s\" is an internal or a child trigger"
                                .formatted(trigger.name(), table.name()));
            }
            if (trigger.constraint() != 0 || statement.constraint() != null) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT,
                        "trigger \"%s\" for relation \"%s\" is a constraint trigger"
                                .formatted(trigger.name(), table.name()));
            }
            return trigger.oid();
        }
        return 0;
    }

    private static int constraint(CreateTrigger statement, TableDef table, Definition definition) {
        return new Constraints(definition.writer())
                .create(new NewConstraint(
                        statement.name(),
                        table.namespace(),
                        't',
                        statement.constraint().deferrable(),
                        statement.constraint().initiallyDeferred(),
                        true,
                        table.oid(),
                        0,
                        0,
                        0,
                        true,
                        0,
                        true,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        Optional.empty()));
    }
}
