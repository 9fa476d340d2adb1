package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What values are put into: INTO's targets, loop variables.
final class PlTargetParser {
    private final PlParser parser;
    private final PlReader reader;
    private final PlDeclarations declarations;

    PlTargetParser(PlParser parser, PlDeclarations declarations) {
        this.parser = parser;
        this.reader = parser.reader;
        this.declarations = declarations;
    }

    /// A row, or variables one by one.
    PlTarget target() {
        ScriptToken first = reader.peek();
        PlTarget.Place place = place();
        if (place.field() == null
                && declarations.variable(place.variable()).type().row()) {
            if (reader.at(",")) {
                throw reader.error(
                        SqlState.SYNTAX_ERROR,
                        "record variable cannot be part of multiple-item INTO list",
                        reader.peek());
            }
            return new PlTarget.Row(place.variable());
        }
        List<PlTarget.Place> places = new ArrayList<>(List.of(place));
        while (reader.accept(",")) {
            ScriptToken token = reader.peek();
            PlTarget.Place more = place();
            if (more.field() == null
                    && declarations.variable(more.variable()).type().row()) {
                throw reader.error(
                        SqlState.SYNTAX_ERROR, "\"%s\" is not a scalar variable".formatted(token.text()), token);
            }
            places.add(more);
        }
        if (first == null) {
            throw new IllegalStateException("no target");
        }
        return new PlTarget.Values(places);
    }

    PlTarget.Place place() {
        ScriptToken token = reader.peek();
        List<String> names = new ArrayList<>();
        if (token.kind() == ScriptToken.Kind.PARAMETER) {
            reader.next();
            names.add("$" + token.text());
        } else {
            names.addAll(reader.dottedName());
        }
        PlScope.Found found = parser.scope().find(names);
        if (found == null) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "\"%s\" is not a known variable".formatted(String.join(".", names)), token);
        }
        requireChangeable(found.variable(), token);
        List<String> rest = names.subList(found.used(), names.size());
        if (rest.size() > 1
                || !rest.isEmpty()
                        && !declarations.variable(found.variable()).type().row()) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "\"%s\" is not a scalar variable".formatted(String.join(".", names)), token);
        }
        return new PlTarget.Place(found.variable(), rest.isEmpty() ? null : rest.getFirst());
    }

    void requireChangeable(int variable, ScriptToken token) {
        PlVariable found = declarations.variable(variable);
        if (found.constant()) {
            throw reader.error(
                    SqlState.ERROR_IN_ASSIGNMENT,
                    "variable \"%s\" is declared CONSTANT".formatted(found.name()),
                    token);
        }
    }
}
