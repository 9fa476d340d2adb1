package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectReference.Operator;
import io.pglitedb.planner.ast.ObjectReference.OperatorGroup;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.OperatorSignature;
import io.pglitedb.planner.ast.OperatorStatement.AddToOperatorFamily;
import io.pglitedb.planner.ast.OperatorStatement.AlterOperator;
import io.pglitedb.planner.ast.OperatorStatement.CreateOperator;
import io.pglitedb.planner.ast.OperatorStatement.CreateOperatorClass;
import io.pglitedb.planner.ast.OperatorStatement.CreateOperatorFamily;
import io.pglitedb.planner.ast.OperatorStatement.DropFromOperatorFamily;
import io.pglitedb.planner.ast.OperatorStatement.DroppedItem;
import io.pglitedb.planner.ast.OperatorStatement.FunctionItem;
import io.pglitedb.planner.ast.OperatorStatement.Item;
import io.pglitedb.planner.ast.OperatorStatement.OperatorItem;
import io.pglitedb.planner.ast.OperatorStatement.StorageItem;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Operators, operator classes and operator families.
final class OperatorParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    OperatorParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at OPERATOR.
    Statement create() {
        return switch (grammar.references.kind()) {
            case OPERATOR_CLASS -> createClass();
            case OPERATOR_FAMILY -> {
                OperatorGroup family = grammar.references.operatorGroup(ObjectKind.OPERATOR_FAMILY);
                yield new CreateOperatorFamily(family.name(), family.accessMethod());
            }
            default -> {
                List<String> name = grammar.names.qualifiedOperator();
                yield new CreateOperator(name, grammar.definitions.definition());
            }
        };
    }

    private Statement createClass() {
        List<String> name = grammar.names.anyName();
        boolean isDefault = tokens.accept("default");
        tokens.expect("for");
        tokens.expect("type");
        TypeName type = grammar.types.typeName();
        tokens.expect("using");
        String accessMethod = tokens.columnName();
        List<String> family = tokens.accept("family") ? grammar.names.anyName() : List.of();
        tokens.expect("as");
        List<Item> items = grammar.clauses.list(this::item);
        return new CreateOperatorClass(name, isDefault, type, accessMethod, family, items);
    }

    /// opclass_item
    private Item item() {
        if (tokens.accept("storage")) {
            return new StorageItem(grammar.types.typeName());
        }
        if (tokens.accept("function")) {
            int number = tokens.expectInteger();
            List<TypeName> types = tokens.at("(") ? types() : List.of();
            return new FunctionItem(number, types, grammar.signatures.routine());
        }
        tokens.expect("operator");
        int number = tokens.expectInteger();
        List<String> name = grammar.names.qualifiedOperator();
        OperatorSignature operator =
                tokens.at("(") ? grammar.signatures.operatorArguments(name) : new OperatorSignature(name, null, null);
        List<String> orderFamily = tokens.accept("for") ? orderFamily() : List.of();
        int location = tokens.location();
        if (tokens.accept("recheck")) {
            throw tokens.errorAt(SqlState.FEATURE_NOT_SUPPORTED, "RECHECK is no longer required", location)
                    .hint("Update your data type.");
        }
        return new OperatorItem(number, operator, orderFamily);
    }

    /// Behind FOR: SEARCH, or ORDER BY family.
    private List<String> orderFamily() {
        if (tokens.accept("search")) {
            return List.of();
        }
        tokens.expect("order");
        tokens.expect("by");
        return grammar.names.anyName();
    }

    private List<TypeName> types() {
        return grammar.clauses.parenthesized(grammar.types::typeName);
    }

    /// Behind ALTER OPERATOR.
    Statement alter() {
        Operator operator = new Operator(grammar.signatures.operator());
        if (tokens.at("set", "(")) {
            tokens.next();
            return new AlterOperator(operator.signature(), grammar.definitions.operatorDefinition());
        }
        return grammar.alters.change(operator);
    }

    /// Behind ALTER OPERATOR FAMILY.
    Statement alterFamily() {
        OperatorGroup family = grammar.references.operatorGroup(ObjectKind.OPERATOR_FAMILY);
        if (tokens.accept("add")) {
            return new AddToOperatorFamily(family.name(), family.accessMethod(), grammar.clauses.list(this::item));
        }
        if (tokens.accept("drop")) {
            return new DropFromOperatorFamily(
                    family.name(), family.accessMethod(), grammar.clauses.list(this::droppedItem));
        }
        return grammar.alters.change(family);
    }

    private DroppedItem droppedItem() {
        boolean function = tokens.accept("function");
        if (!function) {
            tokens.expect("operator");
        }
        int number = tokens.expectInteger();
        return new DroppedItem(function, number, types());
    }
}
