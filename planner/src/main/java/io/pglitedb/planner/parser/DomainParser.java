package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectReference.DomainConstraint;
import io.pglitedb.planner.ast.ObjectReference.OfType;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.ast.TypeStatement.AddDomainConstraint;
import io.pglitedb.planner.ast.TypeStatement.AlterDomain;
import io.pglitedb.planner.ast.TypeStatement.CreateDomain;
import io.pglitedb.planner.ast.TypeStatement.DomainCommand;
import io.pglitedb.planner.ast.TypeStatement.DropDomainConstraint;
import io.pglitedb.planner.ast.TypeStatement.DropDomainDefault;
import io.pglitedb.planner.ast.TypeStatement.DropDomainNotNull;
import io.pglitedb.planner.ast.TypeStatement.SetDomainDefault;
import io.pglitedb.planner.ast.TypeStatement.SetDomainNotNull;
import io.pglitedb.planner.ast.TypeStatement.ValidateDomainConstraint;
import io.pglitedb.planner.parser.ConstraintParser.Qualifiers;
import java.util.List;

/// CREATE DOMAIN and ALTER DOMAIN.
final class DomainParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    DomainParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at DOMAIN.
    Statement create() {
        tokens.next();
        List<String> name = grammar.names.anyName();
        tokens.accept("as");
        TypeName type = grammar.types.typeName();
        Qualifiers qualifiers = grammar.constraints.qualifiers();
        return new CreateDomain(name, type, qualifiers.collation(), qualifiers.constraints());
    }

    /// Behind ALTER DOMAIN.
    Statement alter() {
        OfType domain = grammar.alters.namedType(ObjectKind.DOMAIN);
        List<String> name = domain.type().names();
        if (tokens.accept("rename", "constraint")) {
            String constraint = tokens.columnName();
            tokens.expect("to");
            return new Rename(new DomainConstraint(constraint, name), false, tokens.columnName());
        }
        DomainCommand command = command();
        return command == null ? grammar.alters.change(domain) : new AlterDomain(name, command);
    }

    /// Null, and nothing read, at what every object has.
    private DomainCommand command() {
        switch (tokens.word()) {
            case "set" -> {
                return set();
            }
            case "drop" -> {
                tokens.next();
                return drop();
            }
            case "add" -> {
                tokens.next();
                return new AddDomainConstraint(grammar.constraints.table());
            }
            case "validate" -> {
                tokens.next();
                tokens.expect("constraint");
                return new ValidateDomainConstraint(tokens.columnName());
            }
            default -> {
                return null;
            }
        }
    }

    private DomainCommand set() {
        if (tokens.accept("set", "default")) {
            return new SetDomainDefault(grammar.expressions.expression());
        }
        if (tokens.accept("set", "not")) {
            tokens.expect("null");
            return new SetDomainNotNull();
        }
        return null;
    }

    private DomainCommand drop() {
        if (tokens.accept("default")) {
            return new DropDomainDefault();
        }
        if (tokens.accept("not")) {
            tokens.expect("null");
            return new DropDomainNotNull();
        }
        tokens.expect("constraint");
        boolean ifExists = grammar.clauses.ifExists();
        String constraint = tokens.columnName();
        return new DropDomainConstraint(constraint, ifExists, grammar.clauses.cascade());
    }
}
