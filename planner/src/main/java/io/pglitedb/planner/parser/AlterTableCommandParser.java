package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AlterTableStatement.AddColumn;
import io.pglitedb.planner.ast.AlterTableStatement.AddConstraint;
import io.pglitedb.planner.ast.AlterTableStatement.AlterConstraint;
import io.pglitedb.planner.ast.AlterTableStatement.ClusterOn;
import io.pglitedb.planner.ast.AlterTableStatement.Command;
import io.pglitedb.planner.ast.AlterTableStatement.DropColumn;
import io.pglitedb.planner.ast.AlterTableStatement.DropConstraint;
import io.pglitedb.planner.ast.AlterTableStatement.DropOids;
import io.pglitedb.planner.ast.AlterTableStatement.Firing;
import io.pglitedb.planner.ast.AlterTableStatement.ForceRowSecurity;
import io.pglitedb.planner.ast.AlterTableStatement.Inherit;
import io.pglitedb.planner.ast.AlterTableStatement.NoInherit;
import io.pglitedb.planner.ast.AlterTableStatement.NotOfType;
import io.pglitedb.planner.ast.AlterTableStatement.OfType;
import io.pglitedb.planner.ast.AlterTableStatement.ReplicaIdentityKind;
import io.pglitedb.planner.ast.AlterTableStatement.SetAccessMethod;
import io.pglitedb.planner.ast.AlterTableStatement.SetForeignOptions;
import io.pglitedb.planner.ast.AlterTableStatement.SetLogged;
import io.pglitedb.planner.ast.AlterTableStatement.SetOptions;
import io.pglitedb.planner.ast.AlterTableStatement.SetOwner;
import io.pglitedb.planner.ast.AlterTableStatement.SetReplicaIdentity;
import io.pglitedb.planner.ast.AlterTableStatement.SetRowSecurity;
import io.pglitedb.planner.ast.AlterTableStatement.SetRuleFiring;
import io.pglitedb.planner.ast.AlterTableStatement.SetTablespace;
import io.pglitedb.planner.ast.AlterTableStatement.SetTriggerFiring;
import io.pglitedb.planner.ast.AlterTableStatement.SetWithoutCluster;
import io.pglitedb.planner.ast.AlterTableStatement.TriggerScope;
import io.pglitedb.planner.ast.AlterTableStatement.ValidateConstraint;
import io.pglitedb.planner.ast.Constraint.Attributes;
import io.pglitedb.planner.ast.TypeName;
import java.util.List;

/// One command of ALTER TABLE: alter_table_cmd.
final class AlterTableCommandParser {
    private final TokenStream tokens;
    private final Grammar grammar;
    private final AlterColumnParser columns;

    AlterTableCommandParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.columns = new AlterColumnParser(grammar);
    }

    Command command() {
        return switch (tokens.word()) {
            case "add" -> add();
            case "alter" -> alter();
            case "drop" -> drop();
            case "validate" -> {
                tokens.next();
                tokens.expect("constraint");
                yield new ValidateConstraint(tokens.columnName());
            }
            case "set" -> set();
            case "reset" -> {
                tokens.next();
                yield new SetOptions(true, grammar.definitions.storage());
            }
            case "cluster" -> {
                tokens.next();
                tokens.expect("on");
                yield new ClusterOn(tokens.columnName());
            }
            case "enable" -> enable();
            case "disable" -> disable();
            case "force" -> {
                tokens.next();
                yield forceRowSecurity(true);
            }
            case "inherit" -> {
                tokens.next();
                yield new Inherit(grammar.names.qualifiedName());
            }
            case "no" -> no();
            case "of" -> ofType();
            case "not" -> {
                tokens.next();
                tokens.expect("of");
                yield new NotOfType();
            }
            case "owner" -> {
                tokens.next();
                tokens.expect("to");
                yield new SetOwner(grammar.roles.role());
            }
            case "replica" -> replicaIdentity();
            case "options" -> new SetForeignOptions(grammar.definitions.alteredOptions());
            default -> throw tokens.syntaxError();
        };
    }

    private Command add() {
        tokens.next();
        if (grammar.constraints.atTableConstraint()) {
            return new AddConstraint(grammar.constraints.table());
        }
        tokens.accept("column");
        boolean ifNotExists = grammar.clauses.ifNotExists();
        return new AddColumn(grammar.tables.columnDefinition(), ifNotExists);
    }

    private Command alter() {
        tokens.next();
        if (!tokens.accept("constraint")) {
            return columns.alter();
        }
        String name = tokens.columnName();
        Attributes attributes = grammar.constraints.attributes("FOREIGN KEY", true, false, false);
        return new AlterConstraint(name, attributes.deferrable(), attributes.initiallyDeferred());
    }

    private Command drop() {
        tokens.next();
        boolean constraint = tokens.accept("constraint");
        if (!constraint) {
            tokens.accept("column");
        }
        boolean ifExists = grammar.clauses.ifExists();
        String name = tokens.columnName();
        boolean cascade = grammar.clauses.cascade();
        return constraint ? new DropConstraint(name, ifExists, cascade) : new DropColumn(name, ifExists, cascade);
    }

    private Command set() {
        tokens.next();
        if (tokens.at("(")) {
            return new SetOptions(false, grammar.definitions.storage());
        }
        switch (tokens.word()) {
            case "without" -> {
                tokens.next();
                if (tokens.accept("oids")) {
                    return new DropOids();
                }
                tokens.expect("cluster");
                return new SetWithoutCluster();
            }
            case "logged", "unlogged" -> {
                return new SetLogged(tokens.next().is("logged"));
            }
            case "access" -> {
                tokens.next();
                tokens.expect("method");
                return new SetAccessMethod(tokens.columnName());
            }
            case "tablespace" -> {
                tokens.next();
                return new SetTablespace(tokens.columnName());
            }
            default -> throw tokens.syntaxError();
        }
    }

    private Command enable() {
        tokens.next();
        if (tokens.at("row")) {
            return rowSecurity(true);
        }
        Firing firing = Firing.ORIGIN;
        if (tokens.accept("always")) {
            firing = Firing.ALWAYS;
        } else if (tokens.accept("replica")) {
            firing = Firing.REPLICA;
        }
        return firing(firing);
    }

    private Command disable() {
        tokens.next();
        return tokens.at("row") ? rowSecurity(false) : firing(Firing.DISABLED);
    }

    /// `TRIGGER name`, `TRIGGER ALL`, `TRIGGER USER` or `RULE name`; ALL and USER not with ALWAYS and REPLICA.
    private Command firing(Firing firing) {
        if (tokens.accept("rule")) {
            return new SetRuleFiring(tokens.columnName(), firing);
        }
        tokens.expect("trigger");
        if (firing == Firing.ORIGIN || firing == Firing.DISABLED) {
            if (tokens.accept("all")) {
                return new SetTriggerFiring(TriggerScope.ALL, null, firing);
            }
            if (tokens.accept("user")) {
                return new SetTriggerFiring(TriggerScope.USER, null, firing);
            }
        }
        return new SetTriggerFiring(TriggerScope.NAMED, tokens.columnName(), firing);
    }

    private Command rowSecurity(boolean enabled) {
        rowLevelSecurity();
        return new SetRowSecurity(enabled);
    }

    private Command forceRowSecurity(boolean forced) {
        rowLevelSecurity();
        return new ForceRowSecurity(forced);
    }

    private void rowLevelSecurity() {
        tokens.expect("row");
        tokens.expect("level");
        tokens.expect("security");
    }

    private Command no() {
        tokens.next();
        if (tokens.accept("inherit")) {
            return new NoInherit(grammar.names.qualifiedName());
        }
        tokens.expect("force");
        return forceRowSecurity(false);
    }

    private Command ofType() {
        tokens.next();
        int location = tokens.location();
        List<String> names = grammar.names.anyName();
        return new OfType(new TypeName(names, false, false, List.of(), -1, List.of(), location));
    }

    private Command replicaIdentity() {
        tokens.next();
        tokens.expect("identity");
        if (tokens.accept("nothing")) {
            return new SetReplicaIdentity(ReplicaIdentityKind.NOTHING, null);
        }
        if (tokens.accept("full")) {
            return new SetReplicaIdentity(ReplicaIdentityKind.FULL, null);
        }
        if (tokens.accept("default")) {
            return new SetReplicaIdentity(ReplicaIdentityKind.DEFAULT, null);
        }
        tokens.expect("using");
        tokens.expect("index");
        return new SetReplicaIdentity(ReplicaIdentityKind.INDEX, tokens.columnName());
    }
}
