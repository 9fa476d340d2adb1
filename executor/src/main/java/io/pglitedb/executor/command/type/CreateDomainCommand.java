package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Types;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.DomainChecks;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.TypeStatement.CreateDomain;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE DOMAIN. Source of the rules: PostgreSQL's DefineDomain.
final class CreateDomainCommand implements Command<CreateDomain> {
    @Override
    public Class<CreateDomain> statement() {
        return CreateDomain.class;
    }

    @Override
    public String name(CreateDomain statement) {
        return "CREATE DOMAIN";
    }

    @Override
    public Set<Trait> traits(CreateDomain statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateDomain statement, CommandCall call) {
        Definition definition = Definition.of(call);
        String name = statement.name().getLast();
        SqlType base = definition.usableType(statement.type());
        TypeDef baseType = definition.view().type(base.oid());
        if ("bderm".indexOf(baseType.kind()) < 0 && baseType.kind() != 'c') {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "\"%s\" is not a valid base type for a domain".formatted(baseType.name()));
        }
        int namespace = definition.namespaceFor(statement.name());
        Boolean notNull = null;
        boolean sawDefault = false;
        // A domain over a domain has that one's default unless it has its own.
        Optional<Expr> defaultValue =
                baseType.defaultExpression().map(tree -> NodeTree.readExpression(tree, definition.session()));
        List<Constraint.Check> checks = new ArrayList<>();
        for (Constraint constraint : statement.constraints()) {
            switch (constraint) {
                case Constraint.NotNull ignored -> notNull = nullability(notNull, true);
                case Constraint.Null ignored -> notNull = nullability(notNull, false);
                case Constraint.Default written -> {
                    if (sawDefault) {
                        throw new PgException(SqlState.SYNTAX_ERROR, "multiple default expressions");
                    }
                    sawDefault = true;
                    Expr value = ExpressionScope.empty(definition.view(), definition.session(), ParameterTypes.none())
                            .columnDefault(written.expression(), name, base.oid(), base.typmod());
                    boolean none = value instanceof Expr.Const constant && constant.isNull();
                    defaultValue = none ? Optional.empty() : Optional.of(value);
                }
                case Constraint.Check check -> checks.add(check);
                default -> throw DomainChecks.impossible(constraint);
            }
        }
        int domain = new Types(definition.writer())
                .createDomain(
                        name,
                        namespace,
                        definition.owner(),
                        baseType,
                        base.typmod(),
                        statement.type().arrayBounds().size(),
                        ColumnElements.collation(definition.view(), statement.collation(), base.oid(), -1),
                        Boolean.TRUE.equals(notNull),
                        defaultValue.map(value -> ExpressionReferences.of(value, 0, definition.session())),
                        defaultValue.map(value -> new SqlPrinter(definition.view(), definition.session(), Style.LINE)
                                .expression(value, new TableColumns(null, definition.view()))));
        TypeDef made = definition.view().type(domain);
        checks.forEach(check -> new DomainChecks(definition).add(made, check, true));
        return "CREATE DOMAIN";
    }

    private static boolean nullability(Boolean before, boolean notNull) {
        if (before != null && before != notNull) {
            throw new PgException(SqlState.SYNTAX_ERROR, "conflicting NULL/NOT NULL constraints");
        }
        return notNull;
    }
}
