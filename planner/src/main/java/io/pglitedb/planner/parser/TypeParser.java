package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.ObjectReference.OfType;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.RenameAttribute;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.ast.TypeStatement.AddAttribute;
import io.pglitedb.planner.ast.TypeStatement.AddEnumLabel;
import io.pglitedb.planner.ast.TypeStatement.AlterBaseType;
import io.pglitedb.planner.ast.TypeStatement.AlterCompositeType;
import io.pglitedb.planner.ast.TypeStatement.AttributeCommand;
import io.pglitedb.planner.ast.TypeStatement.CreateBaseType;
import io.pglitedb.planner.ast.TypeStatement.CreateCompositeType;
import io.pglitedb.planner.ast.TypeStatement.CreateEnum;
import io.pglitedb.planner.ast.TypeStatement.CreateRange;
import io.pglitedb.planner.ast.TypeStatement.CreateShellType;
import io.pglitedb.planner.ast.TypeStatement.DropAttribute;
import io.pglitedb.planner.ast.TypeStatement.LabelPlace;
import io.pglitedb.planner.ast.TypeStatement.RenameEnumLabel;
import io.pglitedb.planner.ast.TypeStatement.SetAttributeType;
import java.util.List;

/// CREATE TYPE and ALTER TYPE.
final class TypeParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    TypeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at TYPE.
    Statement create() {
        tokens.next();
        List<String> name = grammar.names.anyName();
        if (tokens.at("(")) {
            return new CreateBaseType(name, grammar.definitions.definition());
        }
        if (!tokens.accept("as")) {
            return new CreateShellType(name);
        }
        if (tokens.accept("enum")) {
            return new CreateEnum(name, labels());
        }
        if (tokens.accept("range")) {
            return new CreateRange(name, grammar.definitions.definition());
        }
        return new CreateCompositeType(name, attributes());
    }

    private List<String> labels() {
        tokens.expect("(");
        List<String> labels = tokens.at(")") ? List.of() : grammar.clauses.list(tokens::expectString);
        tokens.expect(")");
        return labels;
    }

    private List<ColumnDef> attributes() {
        tokens.expect("(");
        List<ColumnDef> attributes = tokens.at(")") ? List.of() : grammar.clauses.list(grammar.from::columnDefinition);
        tokens.expect(")");
        return attributes;
    }

    /// Behind ALTER TYPE.
    Statement alter() {
        OfType type = grammar.alters.namedType(ObjectKind.TYPE);
        List<String> name = type.type().names();
        if (tokens.at("rename", "attribute")) {
            return renameAttribute(name);
        }
        if (tokens.at("rename", "value")) {
            return renameLabel(name);
        }
        if (tokens.at("add", "value")) {
            return addLabel(name);
        }
        if (tokens.at("set", "(")) {
            tokens.next();
            return new AlterBaseType(name, grammar.definitions.operatorDefinition());
        }
        return switch (tokens.word()) {
            case "add", "drop", "alter" -> new AlterCompositeType(name, grammar.clauses.list(this::attributeCommand));
            default -> grammar.alters.change(type);
        };
    }

    private Statement renameAttribute(List<String> type) {
        tokens.next();
        tokens.next();
        String attribute = tokens.columnName();
        tokens.expect("to");
        String newName = tokens.columnName();
        return new RenameAttribute(type, attribute, newName, grammar.clauses.cascade());
    }

    private Statement renameLabel(List<String> type) {
        tokens.next();
        tokens.next();
        String label = tokens.expectString();
        tokens.expect("to");
        return new RenameEnumLabel(type, label, tokens.expectString());
    }

    private Statement addLabel(List<String> type) {
        tokens.next();
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        String label = tokens.expectString();
        if (tokens.accept("before")) {
            return new AddEnumLabel(type, label, ifNotExists, LabelPlace.BEFORE, tokens.expectString());
        }
        if (tokens.accept("after")) {
            return new AddEnumLabel(type, label, ifNotExists, LabelPlace.AFTER, tokens.expectString());
        }
        return new AddEnumLabel(type, label, ifNotExists, LabelPlace.LAST, null);
    }

    private AttributeCommand attributeCommand() {
        if (tokens.accept("add")) {
            tokens.expect("attribute");
            ColumnDef attribute = grammar.from.columnDefinition();
            return new AddAttribute(attribute, grammar.clauses.cascade());
        }
        if (tokens.accept("drop")) {
            tokens.expect("attribute");
            boolean ifExists = grammar.clauses.ifExists();
            String attribute = tokens.columnName();
            return new DropAttribute(attribute, ifExists, grammar.clauses.cascade());
        }
        tokens.expect("alter");
        tokens.expect("attribute");
        int location = tokens.location();
        String attribute = tokens.columnName();
        if (tokens.accept("set")) {
            tokens.expect("data");
        }
        tokens.expect("type");
        TypeName type = grammar.types.typeName();
        List<String> collation = tokens.accept("collate") ? grammar.names.anyName() : List.of();
        return new SetAttributeType(attribute, type, collation, grammar.clauses.cascade(), location);
    }
}
