package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.Constraint.Action;
import io.pglitedb.planner.ast.Constraint.ActionKind;
import io.pglitedb.planner.ast.Constraint.Attribute;
import io.pglitedb.planner.ast.Constraint.AttributeKind;
import io.pglitedb.planner.ast.Constraint.Attributes;
import io.pglitedb.planner.ast.Constraint.Match;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Constraints of columns and of tables.
final class ConstraintParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ConstraintParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// The next constraint of a column, or null.
    Constraint column() {
        int location = tokens.location();
        if (tokens.accept("constraint")) {
            Constraint constraint = columnElement(tokens.columnName(), location);
            if (constraint == null) {
                throw tokens.syntaxError();
            }
            return constraint;
        }
        AttributeKind attribute = attribute();
        return attribute != null ? new Attribute(attribute, location) : columnElement(null, location);
    }

    private Constraint columnElement(String name, int location) {
        if (tokens.accept("not")) {
            tokens.expect("null");
            return new Constraint.NotNull(name, location);
        }
        if (tokens.accept("null")) {
            return new Constraint.Null(name, location);
        }
        if (tokens.at("unique") || tokens.at("primary")) {
            boolean primary = primary();
            boolean notDistinct = !primary && nullsNotDistinct();
            List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
            return new Constraint.Unique(
                    name,
                    primary,
                    notDistinct,
                    List.of(),
                    List.of(),
                    options,
                    indexTablespace(),
                    null,
                    Attributes.NONE,
                    location);
        }
        if (tokens.accept("check")) {
            AstExpr expression = condition();
            boolean noInherit = tokens.accept("no", "inherit");
            return new Constraint.Check(name, expression, noInherit, Attributes.NONE, location);
        }
        if (tokens.accept("default")) {
            return new Constraint.Default(name, grammar.expressions.restricted(), location);
        }
        if (tokens.accept("generated")) {
            return generated(name, location);
        }
        return tokens.at("references") ? foreignKey(name, List.of(), false, location) : null;
    }

    /// COLLATE and constraints of a column or domain: ColQualList.
    record Qualifiers(List<Constraint> constraints, List<String> collation) {}

    Qualifiers qualifiers() {
        List<Constraint> constraints = new ArrayList<>();
        List<String> collation = List.of();
        while (true) {
            int location = tokens.location();
            if (tokens.accept("collate")) {
                List<String> named = grammar.names.anyName();
                if (!collation.isEmpty()) {
                    throw tokens.errorAt(SqlState.SYNTAX_ERROR, "multiple COLLATE clauses not allowed", location);
                }
                collation = named;
                continue;
            }
            Constraint constraint = column();
            if (constraint == null) {
                return new Qualifiers(List.copyOf(constraints), collation);
            }
            constraints.add(constraint);
        }
    }

    /// ALWAYS or BY DEFAULT: generated_when.
    boolean always() {
        if (tokens.accept("always")) {
            return true;
        }
        tokens.expect("by");
        tokens.expect("default");
        return false;
    }

    /// Behind ADD of ALTER COLUMN: `GENERATED … AS IDENTITY [(…)]`.
    Constraint.Identity addedIdentity() {
        int location = tokens.location();
        tokens.expect("generated");
        boolean always = always();
        tokens.expect("as");
        tokens.expect("identity");
        return new Constraint.Identity(null, always, identityOptions(), location);
    }

    private List<DefElem> identityOptions() {
        if (!tokens.accept("(")) {
            return List.of();
        }
        List<DefElem> options = grammar.definitions.sequence();
        if (options.isEmpty()) {
            throw tokens.syntaxError();
        }
        tokens.expect(")");
        return options;
    }

    private Constraint generated(String name, int location) {
        int when = tokens.location();
        boolean always = always();
        tokens.expect("as");
        if (tokens.accept("identity")) {
            return new Constraint.Identity(name, always, identityOptions(), location);
        }
        AstExpr expression = condition();
        tokens.expect("stored");
        if (!always) {
            throw tokens.errorAt(
                    SqlState.SYNTAX_ERROR, "for a generated column, GENERATED ALWAYS must be specified", when);
        }
        return new Constraint.Generated(name, expression, location);
    }

    private AstExpr condition() {
        tokens.expect("(");
        AstExpr expression = grammar.expressions.expression();
        tokens.expect(")");
        return expression;
    }

    /// At PRIMARY KEY or UNIQUE.
    private boolean primary() {
        if (tokens.accept("unique")) {
            return false;
        }
        tokens.expect("primary");
        tokens.expect("key");
        return true;
    }

    private boolean nullsNotDistinct() {
        if (!tokens.accept("nulls")) {
            return false;
        }
        boolean not = tokens.accept("not");
        tokens.expect("distinct");
        return not;
    }

    private String indexTablespace() {
        if (!tokens.accept("using", "index")) {
            return null;
        }
        tokens.expect("tablespace");
        return tokens.columnName();
    }

    boolean atTableConstraint() {
        return switch (tokens.peek().text()) {
            case "constraint", "check", "unique", "primary", "foreign" -> tokens.at(Token.Kind.KEYWORD);
            case "exclude" -> tokens.at("exclude", "using") || tokens.at("exclude", "(");
            default -> false;
        };
    }

    /// A constraint of a table: TableConstraint.
    Constraint table() {
        int location = tokens.location();
        String name = tokens.accept("constraint") ? tokens.columnName() : null;
        if (tokens.accept("check")) {
            AstExpr expression = condition();
            Attributes attributes = attributes("CHECK", false, true, true);
            return new Constraint.Check(name, expression, attributes.noInherit(), attributes, location);
        }
        if (tokens.at("unique") || tokens.at("primary")) {
            return unique(name, location);
        }
        if (tokens.accept("exclude")) {
            return exclusion(name, location);
        }
        tokens.expect("foreign");
        tokens.expect("key");
        return foreignKey(name, grammar.names.parenthesizedColumns(), true, location);
    }

    private Constraint unique(String name, int location) {
        boolean primary = primary();
        String kind = primary ? "PRIMARY KEY" : "UNIQUE";
        if (tokens.accept("using", "index")) {
            String index = tokens.columnName();
            Attributes attributes = attributes(kind, true, false, false);
            return new Constraint.Unique(
                    name, primary, false, List.of(), List.of(), List.of(), null, index, attributes, location);
        }
        boolean notDistinct = !primary && nullsNotDistinct();
        List<String> columns = grammar.names.parenthesizedColumns();
        List<String> including = tokens.accept("include") ? grammar.names.parenthesizedColumns() : List.of();
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        String tablespace = indexTablespace();
        Attributes attributes = attributes(kind, true, false, false);
        return new Constraint.Unique(
                name, primary, notDistinct, columns, including, options, tablespace, null, attributes, location);
    }

    private Constraint exclusion(String name, int location) {
        String method = tokens.accept("using") ? tokens.columnName() : "btree";
        tokens.expect("(");
        List<Constraint.ExclusionElement> elements = new ArrayList<>();
        do {
            IndexElement element = grammar.modifications.indexElement();
            tokens.expect("with");
            elements.add(new Constraint.ExclusionElement(element, grammar.names.operatorOrQualified()));
        } while (tokens.accept(","));
        tokens.expect(")");
        List<String> including = tokens.accept("include") ? grammar.names.parenthesizedColumns() : List.of();
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        String tablespace = indexTablespace();
        AstExpr where = tokens.accept("where") ? condition() : null;
        Attributes attributes = attributes("EXCLUDE", true, false, false);
        return new Constraint.Exclusion(
                name, method, List.copyOf(elements), including, options, tablespace, where, attributes, location);
    }

    private Constraint foreignKey(String name, List<String> columns, boolean table, int location) {
        tokens.expect("references");
        RangeVar referenced = grammar.names.qualifiedName();
        List<String> referencedColumns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        Match match = tokens.accept("match") ? match() : Match.SIMPLE;
        Action onUpdate = null;
        Action onDelete = null;
        while (tokens.at("on", "update") && onUpdate == null || tokens.at("on", "delete") && onDelete == null) {
            int on = tokens.next().start();
            if (tokens.next().is("update")) {
                onUpdate = action(false, on);
            } else {
                onDelete = action(true, on);
            }
        }
        Action none = new Action(ActionKind.NO_ACTION, List.of());
        Attributes attributes = table ? attributes("FOREIGN KEY", true, true, false) : Attributes.NONE;
        return new Constraint.ForeignKey(
                name,
                columns,
                referenced,
                referencedColumns,
                match,
                onUpdate == null ? none : onUpdate,
                onDelete == null ? none : onDelete,
                attributes,
                location);
    }

    private Match match() {
        int location = tokens.location();
        if (tokens.accept("full")) {
            return Match.FULL;
        }
        if (tokens.accept("partial")) {
            throw tokens.errorAt(SqlState.FEATURE_NOT_SUPPORTED, "MATCH PARTIAL not yet implemented", location);
        }
        tokens.expect("simple");
        return Match.SIMPLE;
    }

    private Action action(boolean delete, int location) {
        if (tokens.accept("no")) {
            tokens.expect("action");
            return new Action(ActionKind.NO_ACTION, List.of());
        }
        if (tokens.accept("restrict")) {
            return new Action(ActionKind.RESTRICT, List.of());
        }
        if (tokens.accept("cascade")) {
            return new Action(ActionKind.CASCADE, List.of());
        }
        tokens.expect("set");
        boolean toNull = tokens.accept("null");
        if (!toNull) {
            tokens.expect("default");
        }
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        if (!delete && !columns.isEmpty()) {
            throw tokens.errorAt(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "a column list with SET " + (toNull ? "NULL" : "DEFAULT")
                            + " is only supported for ON DELETE actions",
                    location);
        }
        return new Action(toNull ? ActionKind.SET_NULL : ActionKind.SET_DEFAULT, columns);
    }

    private AttributeKind attribute() {
        if (tokens.accept("deferrable")) {
            return AttributeKind.DEFERRABLE;
        }
        if (tokens.accept("not", "deferrable")) {
            return AttributeKind.NOT_DEFERRABLE;
        }
        if (tokens.accept("initially")) {
            if (tokens.accept("deferred")) {
                return AttributeKind.INITIALLY_DEFERRED;
            }
            tokens.expect("immediate");
            return AttributeKind.INITIALLY_IMMEDIATE;
        }
        return null;
    }

    /// ConstraintAttributeSpec: attributes in any order, checked against what `kind` may have.
    Attributes attributes(String kind, boolean mayDefer, boolean mayBeInvalid, boolean mayNotInherit) {
        boolean deferrable = false;
        boolean notDeferrable = false;
        boolean deferred = false;
        boolean immediate = false;
        boolean notValid = false;
        boolean noInherit = false;
        while (true) {
            int here = tokens.location();
            AttributeKind attribute = attribute();
            if (attribute != null) {
                deferrable |= attribute == AttributeKind.DEFERRABLE;
                notDeferrable |= attribute == AttributeKind.NOT_DEFERRABLE;
                deferred |= attribute == AttributeKind.INITIALLY_DEFERRED;
                immediate |= attribute == AttributeKind.INITIALLY_IMMEDIATE;
            } else if (tokens.accept("not", "valid")) {
                notValid = true;
            } else if (tokens.accept("no", "inherit")) {
                noInherit = true;
            } else {
                break;
            }
            if (deferred && notDeferrable) {
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR, "constraint declared INITIALLY DEFERRED must be DEFERRABLE", here);
            }
            if (deferrable && notDeferrable || deferred && immediate) {
                throw tokens.errorAt(SqlState.SYNTAX_ERROR, "conflicting constraint properties", here);
            }
        }
        if ((deferrable || deferred) && !mayDefer) {
            throw unmarkable(kind, "DEFERRABLE");
        }
        if (notValid && !mayBeInvalid) {
            throw unmarkable(kind, "NOT VALID");
        }
        if (noInherit && !mayNotInherit) {
            throw unmarkable(kind, "NO INHERIT");
        }
        return new Attributes(deferrable || deferred, deferred, notValid, noInherit);
    }

    private static PgException unmarkable(String kind, String mark) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, kind + " constraints cannot be marked " + mark);
    }
}
