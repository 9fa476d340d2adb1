package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AlterTableStatement.AlterSequence;
import io.pglitedb.planner.ast.AlterTableStatement.AlterTable;
import io.pglitedb.planner.ast.AlterTableStatement.AttachPartition;
import io.pglitedb.planner.ast.AlterTableStatement.Command;
import io.pglitedb.planner.ast.AlterTableStatement.DetachPartition;
import io.pglitedb.planner.ast.AlterTableStatement.FinishDetach;
import io.pglitedb.planner.ast.AlterTableStatement.MoveAll;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.planner.ast.ObjectStatement.RenameColumn;
import io.pglitedb.planner.ast.ObjectStatement.RenameConstraint;
import io.pglitedb.planner.ast.ObjectStatement.SetSchema;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.PartitionBound;
import java.util.List;

/// ALTER TABLE, INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW and FOREIGN TABLE.
final class AlterTableParser {
    private final TokenStream tokens;
    private final Grammar grammar;
    private final AlterTableCommandParser commands;

    AlterTableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.commands = new AlterTableCommandParser(grammar);
    }

    /// Behind the words of the kind.
    Statement alter(ObjectKind kind) {
        boolean stored = kind == ObjectKind.TABLE || kind == ObjectKind.INDEX || kind == ObjectKind.MATERIALIZED_VIEW;
        if (stored && tokens.accept("all")) {
            return moveAll(kind);
        }
        boolean ifExists = grammar.clauses.ifExists();
        boolean mayBeOnly = kind == ObjectKind.TABLE || kind == ObjectKind.FOREIGN_TABLE;
        RangeVar relation = mayBeOnly ? grammar.names.relation() : grammar.names.qualifiedName();
        ObjectReference reference = new ObjectReference.Relation(kind, relation);
        if (tokens.at("rename")) {
            return rename(kind, relation, ifExists);
        }
        if (kind != ObjectKind.INDEX && tokens.accept("set", "schema")) {
            return new SetSchema(reference, ifExists, tokens.columnName());
        }
        boolean mayDepend = kind == ObjectKind.INDEX || kind == ObjectKind.MATERIALIZED_VIEW;
        if (mayDepend && !ifExists && grammar.alters.atDependsOnExtension()) {
            return grammar.alters.dependsOnExtension(reference);
        }
        if (kind == ObjectKind.SEQUENCE && atSequenceOption()) {
            return new AlterSequence(relation, ifExists, grammar.definitions.sequence());
        }
        return new AlterTable(kind, relation, ifExists, commands(kind, ifExists));
    }

    private List<Command> commands(ObjectKind kind, boolean ifExists) {
        if (kind == ObjectKind.TABLE && (tokens.at("attach") || tokens.at("detach"))) {
            return List.of(partition());
        }
        if (kind == ObjectKind.INDEX && !ifExists && tokens.accept("attach")) {
            tokens.expect("partition");
            return List.of(new AttachPartition(grammar.names.qualifiedName(), null));
        }
        return grammar.clauses.list(commands::command);
    }

    private Command partition() {
        boolean attach = tokens.next().is("attach");
        tokens.expect("partition");
        RangeVar partition = grammar.names.qualifiedName();
        if (attach) {
            PartitionBound bound = grammar.partitions.bound();
            return new AttachPartition(partition, bound);
        }
        if (tokens.accept("finalize")) {
            return new FinishDetach(partition);
        }
        return new DetachPartition(partition, tokens.accept("concurrently"));
    }

    private boolean atSequenceOption() {
        return switch (tokens.word()) {
            case "logged",
                    "unlogged",
                    "as",
                    "cache",
                    "cycle",
                    "increment",
                    "maxvalue",
                    "minvalue",
                    "owned",
                    "sequence",
                    "start",
                    "restart" -> true;
            case "no" -> !tokens.peek(1).is("inherit") && !tokens.peek(1).is("force");
            default -> false;
        };
    }

    private Statement rename(ObjectKind kind, RangeVar relation, boolean ifExists) {
        tokens.expect("rename");
        if (tokens.accept("to")) {
            return new Rename(new ObjectReference.Relation(kind, relation), ifExists, tokens.columnName());
        }
        if (kind == ObjectKind.INDEX || kind == ObjectKind.SEQUENCE) {
            throw tokens.syntaxError();
        }
        if (kind == ObjectKind.TABLE && tokens.accept("constraint")) {
            String constraint = tokens.columnName();
            tokens.expect("to");
            return new RenameConstraint(relation, ifExists, constraint, tokens.columnName());
        }
        tokens.accept("column");
        String column = tokens.columnName();
        tokens.expect("to");
        return new RenameColumn(kind, relation, ifExists, column, tokens.columnName());
    }

    private Statement moveAll(ObjectKind kind) {
        tokens.expect("in");
        tokens.expect("tablespace");
        String from = tokens.columnName();
        List<RoleSpec> owners = List.of();
        if (tokens.accept("owned")) {
            tokens.expect("by");
            owners = grammar.roles.roles();
        }
        tokens.expect("set");
        tokens.expect("tablespace");
        String to = tokens.columnName();
        return new MoveAll(kind, from, owners, to, tokens.accept("nowait"));
    }
}
