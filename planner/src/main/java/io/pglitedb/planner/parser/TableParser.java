package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.IntoClause.OnCommit;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.Column;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;
import io.pglitedb.planner.ast.TableStatement.Free;
import io.pglitedb.planner.ast.TableStatement.Like;
import io.pglitedb.planner.ast.TableStatement.LikeKind;
import io.pglitedb.planner.ast.TableStatement.LikeOption;
import io.pglitedb.planner.ast.TableStatement.OfType;
import io.pglitedb.planner.ast.TableStatement.PartitionElement;
import io.pglitedb.planner.ast.TableStatement.PartitionOf;
import io.pglitedb.planner.ast.TableStatement.PartitionSpec;
import io.pglitedb.planner.ast.TableStatement.TableConstraint;
import io.pglitedb.planner.ast.TableStatement.TableElement;
import io.pglitedb.planner.ast.TableStatement.TableOrigin;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.ConstraintParser.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// CREATE TABLE and CREATE TABLE AS.
final class TableParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    TableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// CREATE TABLE and CREATE TABLE AS.
    Statement create() {
        return create(true);
    }

    /// CREATE TABLE as an element of CREATE SCHEMA, which knows no CREATE TABLE AS.
    Statement createElement() {
        return create(false);
    }

    /// Behind CREATE FOREIGN TABLE, up to SERVER: what it has of a table.
    CreateTable foreignTable() {
        boolean ifNotExists = grammar.clauses.ifNotExists();
        RangeVar relation = grammar.names.qualifiedName();
        TableOrigin origin = new Free();
        List<TableElement> elements;
        List<RangeVar> inherits = List.of();
        if (tokens.accept("partition")) {
            tokens.expect("of");
            RangeVar parent = grammar.names.qualifiedName();
            elements = typedElements();
            origin = new PartitionOf(parent, grammar.partitions.bound());
        } else {
            elements = elements();
            inherits = tokens.accept("inherits") ? inherits() : List.of();
        }
        return new CreateTable(
                relation, ifNotExists, origin, elements, inherits, null, null, List.of(), OnCommit.NONE, null);
    }

    /// CREATE TABLE AS only.
    Statement createAs() {
        Head head = head();
        return createAs(head.relation(), head.ifNotExists());
    }

    private record Head(RangeVar relation, boolean ifNotExists) {}

    private Head head() {
        tokens.expect("create");
        Persistence persistence = grammar.clauses.persistence();
        tokens.expect("table");
        boolean ifNotExists = grammar.clauses.ifNotExists();
        return new Head(grammar.names.qualifiedName().withPersistence(persistence), ifNotExists);
    }

    private Statement create(boolean mayBeAs) {
        Head head = head();
        RangeVar relation = head.relation();
        boolean ifNotExists = head.ifNotExists();
        if (tokens.accept("of")) {
            int location = tokens.location();
            TypeName type = new TypeName(grammar.names.anyName(), false, false, List.of(), -1, List.of(), location);
            return rest(relation, ifNotExists, new OfType(type), typedElements(), List.of());
        }
        if (tokens.accept("partition")) {
            tokens.expect("of");
            RangeVar parent = grammar.names.qualifiedName();
            List<TableElement> elements = typedElements();
            return rest(
                    relation, ifNotExists, new PartitionOf(parent, grammar.partitions.bound()), elements, List.of());
        }
        if (mayBeAs && (!tokens.at("(") || atNamesOnly())) {
            return createAs(relation, ifNotExists);
        }
        List<TableElement> elements = elements();
        List<RangeVar> inherits = tokens.accept("inherits") ? inherits() : List.of();
        return rest(relation, ifNotExists, new Free(), elements, inherits);
    }

    /// `(name,` or `(name)`: the column names of CREATE TABLE AS.
    private boolean atNamesOnly() {
        Token behind = tokens.peek(2);
        return TokenStream.isColumnName(tokens.peek(1)) && (behind.is(",") || behind.is(")"));
    }

    private List<TableElement> elements() {
        tokens.expect("(");
        List<TableElement> elements = new ArrayList<>();
        if (tokens.accept(")")) {
            return List.of();
        }
        do {
            elements.add(element());
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(elements);
    }

    private TableElement element() {
        if (tokens.accept("like")) {
            return like();
        }
        if (grammar.constraints.atTableConstraint()) {
            return new TableConstraint(grammar.constraints.table());
        }
        return new Column(columnDefinition());
    }

    /// columnDef
    ColumnDef columnDefinition() {
        int location = tokens.location();
        String name = tokens.columnName();
        TypeName type = grammar.types.typeName();
        String compression = tokens.at("compression") ? compression() : null;
        List<DefElem> foreignOptions = grammar.definitions.foreignOptions();
        Qualifiers qualifiers = grammar.constraints.qualifiers();
        return new ColumnDef(
                name, type, compression, qualifiers.collation(), foreignOptions, qualifiers.constraints(), location);
    }

    /// `COMPRESSION method`
    String compression() {
        tokens.expect("compression");
        return tokens.accept("default") ? "default" : tokens.columnName();
    }

    private Like like() {
        RangeVar source = grammar.names.qualifiedName();
        List<LikeOption> options = new ArrayList<>();
        while (tokens.at("including") || tokens.at("excluding")) {
            boolean including = tokens.next().is("including");
            switch (tokens.peek().text()) {
                case "all",
                        "comments",
                        "compression",
                        "constraints",
                        "defaults",
                        "generated",
                        "identity",
                        "indexes",
                        "statistics",
                        "storage" ->
                    options.add(new LikeOption(
                            including, LikeKind.valueOf(tokens.next().text().toUpperCase(Locale.ROOT))));
                default -> throw tokens.syntaxError();
            }
        }
        return new Like(source, List.copyOf(options));
    }

    /// `(column [WITH OPTIONS] constraints | table constraint, …)`, or nothing.
    private List<TableElement> typedElements() {
        if (!tokens.accept("(")) {
            return List.of();
        }
        List<TableElement> elements = new ArrayList<>();
        do {
            if (grammar.constraints.atTableConstraint()) {
                elements.add(new TableConstraint(grammar.constraints.table()));
                continue;
            }
            int location = tokens.location();
            String name = tokens.columnName();
            if (tokens.accept("with")) {
                tokens.expect("options");
            }
            Qualifiers qualifiers = grammar.constraints.qualifiers();
            elements.add(new Column(new ColumnDef(
                    name, null, null, qualifiers.collation(), List.of(), qualifiers.constraints(), location)));
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(elements);
    }

    private List<RangeVar> inherits() {
        tokens.expect("(");
        List<RangeVar> parents = new ArrayList<>();
        do {
            parents.add(grammar.names.qualifiedName());
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(parents);
    }

    private Statement rest(
            RangeVar relation,
            boolean ifNotExists,
            TableOrigin origin,
            List<TableElement> elements,
            List<RangeVar> inherits) {
        PartitionSpec partitioning = tokens.at("partition") ? partitioning() : null;
        String accessMethod = tokens.accept("using") ? tokens.columnName() : null;
        List<DefElem> options = options();
        OnCommit onCommit = onCommit();
        String tablespace = tokens.accept("tablespace") ? tokens.columnName() : null;
        return new CreateTable(
                relation,
                ifNotExists,
                origin,
                elements,
                inherits,
                partitioning,
                accessMethod,
                options,
                onCommit,
                tablespace);
    }

    private List<DefElem> options() {
        if (tokens.accept("without")) {
            tokens.expect("oids");
            return List.of();
        }
        return tokens.accept("with") ? grammar.definitions.storage() : List.of();
    }

    private OnCommit onCommit() {
        if (!tokens.accept("on")) {
            return OnCommit.NONE;
        }
        tokens.expect("commit");
        if (tokens.accept("drop")) {
            return OnCommit.DROP;
        }
        boolean delete = tokens.accept("delete");
        if (!delete) {
            tokens.expect("preserve");
        }
        tokens.expect("rows");
        return delete ? OnCommit.DELETE_ROWS : OnCommit.PRESERVE_ROWS;
    }

    private PartitionSpec partitioning() {
        int location = tokens.location();
        tokens.expect("partition");
        tokens.expect("by");
        String strategy = tokens.columnName();
        tokens.expect("(");
        List<PartitionElement> elements = new ArrayList<>();
        do {
            elements.add(partitionElement());
        } while (tokens.accept(","));
        tokens.expect(")");
        return new PartitionSpec(strategy, List.copyOf(elements), location);
    }

    private PartitionElement partitionElement() {
        int location = tokens.location();
        String column = null;
        AstExpr expression = null;
        if (tokens.accept("(")) {
            expression = grammar.expressions.expression();
            tokens.expect(")");
        } else {
            expression = grammar.from.callOrNull();
            column = expression == null ? tokens.columnName() : null;
        }
        List<String> collation = tokens.accept("collate") ? grammar.names.anyName() : List.of();
        List<String> operatorClass = tokens.atColumnName() ? grammar.names.anyName() : List.of();
        return new PartitionElement(column, expression, collation, operatorClass, location);
    }

    private Statement createAs(RangeVar relation, boolean ifNotExists) {
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        String accessMethod = tokens.accept("using") ? tokens.columnName() : null;
        List<DefElem> options = options();
        OnCommit onCommit = onCommit();
        String tablespace = tokens.accept("tablespace") ? tokens.columnName() : null;
        tokens.expect("as");
        Statement query = tokens.at("execute") ? grammar.cursors.execute() : grammar.selects.query();
        boolean withData = grammar.clauses.withData();
        IntoClause into = new IntoClause(relation, columns, accessMethod, options, onCommit, tablespace, withData);
        return new CreateTableAs(into, ifNotExists, false, query);
    }
}
