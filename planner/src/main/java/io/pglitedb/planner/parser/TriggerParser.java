package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AlterTableStatement.Firing;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.Constraint.Attributes;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectReference.OnRelation;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TriggerStatement.AlterEventTrigger;
import io.pglitedb.planner.ast.TriggerStatement.ConstraintTrigger;
import io.pglitedb.planner.ast.TriggerStatement.CreateEventTrigger;
import io.pglitedb.planner.ast.TriggerStatement.CreateTrigger;
import io.pglitedb.planner.ast.TriggerStatement.Event;
import io.pglitedb.planner.ast.TriggerStatement.EventFilter;
import io.pglitedb.planner.ast.TriggerStatement.Timing;
import io.pglitedb.planner.ast.TriggerStatement.Transition;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Triggers and event triggers.
final class TriggerParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    TriggerParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    private record Events(Set<Event> events, List<String> columns) {}

    /// At CREATE [OR REPLACE] [CONSTRAINT] TRIGGER.
    Statement create() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        boolean constraint = tokens.accept("constraint");
        tokens.expect("trigger");
        return constraint ? constraintTrigger(replace) : trigger(replace);
    }

    private Statement trigger(boolean replace) {
        String name = tokens.columnName();
        Timing timing = timing();
        Events events = events();
        tokens.expect("on");
        RangeVar relation = grammar.names.qualifiedName();
        List<Transition> transitions = tokens.accept("referencing") ? transitions() : List.of();
        boolean forEachRow = tokens.accept("for") && forEachRow();
        AstExpr when = when();
        execute();
        List<String> function = grammar.signatures.functionName();
        return new CreateTrigger(
                replace,
                name,
                timing,
                events.events(),
                events.columns(),
                relation,
                transitions,
                forEachRow,
                when,
                function,
                arguments(),
                null);
    }

    private Statement constraintTrigger(boolean replace) {
        String name = tokens.columnName();
        tokens.expect("after");
        Events events = events();
        tokens.expect("on");
        RangeVar relation = grammar.names.qualifiedName();
        RangeVar from = tokens.accept("from") ? grammar.names.qualifiedName() : null;
        Attributes attributes = grammar.constraints.attributes("TRIGGER", true, false, false);
        tokens.expect("for");
        tokens.expect("each");
        tokens.expect("row");
        AstExpr when = when();
        execute();
        List<String> function = grammar.signatures.functionName();
        List<String> arguments = arguments();
        if (replace) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "CREATE OR REPLACE CONSTRAINT TRIGGER is not supported");
        }
        return new CreateTrigger(
                false,
                name,
                Timing.AFTER,
                events.events(),
                events.columns(),
                relation,
                List.of(),
                true,
                when,
                function,
                arguments,
                new ConstraintTrigger(from, attributes.deferrable(), attributes.initiallyDeferred()));
    }

    private Timing timing() {
        if (tokens.accept("before")) {
            return Timing.BEFORE;
        }
        if (tokens.accept("after")) {
            return Timing.AFTER;
        }
        tokens.expect("instead");
        tokens.expect("of");
        return Timing.INSTEAD_OF;
    }

    private Events events() {
        Set<Event> events = EnumSet.noneOf(Event.class);
        List<String> columns = List.of();
        do {
            Token word = tokens.peek();
            Event event = event();
            if (event == Event.UPDATE && tokens.accept("of")) {
                columns = grammar.names.columnList();
            }
            if (!events.add(event)) {
                // PostgreSQL has read one token further only where OF or another column could follow.
                throw tokens.error("duplicate trigger events specified", event == Event.UPDATE ? tokens.peek() : word);
            }
        } while (tokens.accept("or"));
        return new Events(Collections.unmodifiableSet(events), columns);
    }

    private Event event() {
        switch (tokens.word()) {
            case "insert", "delete", "update", "truncate" -> {
                return Event.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
            }
            default -> throw tokens.syntaxError();
        }
    }

    private List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        do {
            boolean isNew = tokens.accept("new");
            if (!isNew) {
                tokens.expect("old");
            }
            boolean isTable = tokens.accept("table");
            if (!isTable) {
                tokens.expect("row");
            }
            tokens.accept("as");
            transitions.add(new Transition(isNew, isTable, tokens.columnName()));
        } while (tokens.at("new") || tokens.at("old"));
        return List.copyOf(transitions);
    }

    /// Behind FOR.
    private boolean forEachRow() {
        tokens.accept("each");
        boolean row = tokens.accept("row");
        if (!row) {
            tokens.expect("statement");
        }
        return row;
    }

    private AstExpr when() {
        if (!tokens.accept("when")) {
            return null;
        }
        tokens.expect("(");
        AstExpr condition = grammar.expressions.expression();
        tokens.expect(")");
        return condition;
    }

    private void execute() {
        tokens.expect("execute");
        if (!tokens.accept("function")) {
            tokens.expect("procedure");
        }
    }

    /// The first may be missing, with its comma there.
    private List<String> arguments() {
        tokens.expect("(");
        if (tokens.accept(")")) {
            return List.of();
        }
        tokens.accept(",");
        List<String> arguments = grammar.clauses.list(this::argument);
        tokens.expect(")");
        return arguments;
    }

    /// A number, a string or any word: all are strings to the function.
    private String argument() {
        if (tokens.at(Kind.INTEGER)) {
            return Integer.toString(tokens.expectInteger());
        }
        return tokens.at(Kind.FLOAT) || tokens.at(Kind.STRING) ? tokens.next().text() : tokens.label();
    }

    /// Behind ALTER TRIGGER.
    Statement alter() {
        OnRelation trigger = grammar.references.onQualified(ObjectKind.TRIGGER);
        return grammar.alters.atDependsOnExtension()
                ? grammar.alters.dependsOnExtension(trigger)
                : grammar.alters.change(trigger);
    }

    /// Behind CREATE, at EVENT.
    Statement createEventTrigger() {
        tokens.next();
        tokens.expect("trigger");
        String name = tokens.columnName();
        tokens.expect("on");
        String event = tokens.label();
        List<EventFilter> filters = new ArrayList<>();
        if (tokens.accept("when")) {
            do {
                filters.add(filter());
            } while (tokens.accept("and"));
        }
        execute();
        List<String> function = grammar.signatures.functionName();
        tokens.expect("(");
        tokens.expect(")");
        return new CreateEventTrigger(name, event, List.copyOf(filters), function);
    }

    private EventFilter filter() {
        int location = tokens.location();
        String variable = tokens.columnName();
        tokens.expect("in");
        return new EventFilter(variable, grammar.clauses.parenthesized(tokens::expectString), location);
    }

    /// Behind ALTER EVENT TRIGGER.
    Statement alterEventTrigger() {
        String name = tokens.columnName();
        if (tokens.accept("disable")) {
            return new AlterEventTrigger(name, Firing.DISABLED);
        }
        if (!tokens.accept("enable")) {
            return grammar.alters.change(new Named(ObjectKind.EVENT_TRIGGER, List.of(name)));
        }
        if (tokens.accept("replica")) {
            return new AlterEventTrigger(name, Firing.REPLICA);
        }
        return new AlterEventTrigger(name, tokens.accept("always") ? Firing.ALWAYS : Firing.ORIGIN);
    }
}
