package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Types;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.DomainChecks;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.ast.TypeStatement.AddDomainConstraint;
import io.pglitedb.planner.ast.TypeStatement.AlterDomain;
import io.pglitedb.planner.ast.TypeStatement.DropDomainConstraint;
import io.pglitedb.planner.ast.TypeStatement.DropDomainDefault;
import io.pglitedb.planner.ast.TypeStatement.DropDomainNotNull;
import io.pglitedb.planner.ast.TypeStatement.SetDomainDefault;
import io.pglitedb.planner.ast.TypeStatement.SetDomainNotNull;
import io.pglitedb.planner.ast.TypeStatement.ValidateDomainConstraint;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// ALTER DOMAIN. Source of the rules: PostgreSQL's AlterDomainDefault, AlterDomainNotNull and their like.
final class AlterDomainCommand implements Command<AlterDomain> {
    @Override
    public Class<AlterDomain> statement() {
        return AlterDomain.class;
    }

    @Override
    public String name(AlterDomain statement) {
        return "ALTER DOMAIN";
    }

    @Override
    public Set<Trait> traits(AlterDomain statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterDomain statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TypeDef domain = definition
                .view()
                .type(definition.analysis().type(TypeName.of(statement.name())).oid());
        if (domain.kind() != 'd') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "%s is not a domain".formatted(definition.view().formatType(domain.oid())));
        }
        new Ownership(definition).require(ObjectAddress.type(domain.oid()));
        switch (statement.command()) {
            case SetDomainDefault set -> setDefault(domain, set, definition);
            case DropDomainDefault ignored -> storeDefault(domain, Optional.empty(), definition);
            case SetDomainNotNull ignored -> setNotNull(domain, true, definition);
            case DropDomainNotNull ignored -> setNotNull(domain, false, definition);
            case AddDomainConstraint(Constraint constraint) -> add(domain, constraint, definition);
            case DropDomainConstraint drop -> drop(domain, drop, definition);
            case ValidateDomainConstraint(String name) -> validate(domain, name, definition);
        }
        return "ALTER DOMAIN";
    }

    private static void setDefault(TypeDef domain, SetDomainDefault set, Definition definition) {
        Expr value = ExpressionScope.empty(definition.view(), definition.session(), ParameterTypes.none())
                .columnDefault(set.expression(), domain.name(), domain.baseType(), domain.baseTypmod());
        boolean none = value instanceof Expr.Const constant && constant.isNull();
        storeDefault(domain, none ? Optional.empty() : Optional.of(value), definition);
    }

    private static void storeDefault(TypeDef domain, Optional<Expr> value, Definition definition) {
        new Types(definition.writer())
                .setDomainDefault(
                        domain.oid(),
                        value.map(each -> ExpressionReferences.of(each, 0, definition.session())),
                        value.map(each -> new SqlPrinter(definition.view(), definition.session(), Style.LINE)
                                .expression(each, new TableColumns(null, definition.view()))));
    }

    private static void setNotNull(TypeDef domain, boolean notNull, Definition definition) {
        if (domain.notNull() == notNull) {
            return;
        }
        if (notNull) {
            new StoredDomainValues(definition).requireNotNull(domain);
        }
        new Types(definition.writer()).setDomainNotNull(domain.oid(), notNull);
    }

    private static void add(TypeDef domain, Constraint constraint, Definition definition) {
        if (!(constraint instanceof Constraint.Check check)) {
            throw DomainChecks.impossible(constraint);
        }
        boolean validated = !check.attributes().notValid();
        Expr condition = new DomainChecks(definition).add(domain, check, validated);
        if (validated) {
            new StoredDomainValues(definition).require(domain, condition);
        }
    }

    private static ConstraintDef find(TypeDef domain, String name, Definition definition) {
        return definition.view().domainConstraints(domain.oid()).stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String missing(TypeDef domain, String name, Definition definition) {
        return "constraint \"%s\" of domain \"%s\" does not exist"
                .formatted(name, definition.view().formatType(domain.oid()));
    }

    private static void drop(TypeDef domain, DropDomainConstraint drop, Definition definition) {
        ConstraintDef found = find(domain, drop.name(), definition);
        if (found != null) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(List.of(ObjectAddress.constraint(found.oid())), drop.cascade());
        } else if (drop.ifExists()) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION, missing(domain, drop.name(), definition) + ", skipping");
        } else {
            throw new PgException(SqlState.UNDEFINED_OBJECT, missing(domain, drop.name(), definition));
        }
    }

    private static void validate(TypeDef domain, String name, Definition definition) {
        ConstraintDef found = find(domain, name, definition);
        if (found == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, missing(domain, name, definition));
        }
        new StoredDomainValues(definition)
                .require(domain, NodeTree.readExpression(found.expression().orElseThrow(), definition.session()));
        new Constraints(definition.writer()).update(found.oid(), Map.of("convalidated", true));
    }
}
