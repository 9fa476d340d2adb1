package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.modify.ExclusionValidation;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.List;

/// Adds EXCLUDE constraints, each with its index. Source of the rules: PostgreSQL's ComputeIndexAttrs.
public final class ExclusionConstraints {
    private final Definition definition;

    public ExclusionConstraints(Definition definition) {
        this.definition = definition;
    }

    public void add(int tableOid, Constraint.Exclusion raw) {
        TableDef table = definition.view().table(tableOid);
        if (table.kind() == 'p') {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "exclusion constraints are not supported on partitioned tables")
                    .at(raw.location() + 1);
        }
        List<IndexElement> elements = raw.elements().stream()
                .map(Constraint.ExclusionElement::element)
                .toList();
        String name = raw.name() != null
                ? raw.name()
                : ObjectNames.relation(
                        definition.view(),
                        table.namespace(),
                        table.name(),
                        String.join("_", IndexDefinition.nameParts(elements)),
                        "excl");
        int index = new IndexDefinition(definition).create(table, request(name, raw, elements));
        IndexDef made = definition.view().index(index);
        List<Integer> operators = operators(table, made, raw);
        int constraint = new Constraints(definition.writer())
                .create(NewConstraint.key(
                        'x',
                        name,
                        table.namespace(),
                        tableOid,
                        index,
                        made.keys().stream().map(IndexDef.Key::column).toList(),
                        made.included(),
                        raw.attributes().deferrable(),
                        raw.attributes().initiallyDeferred(),
                        operators));
        new Indexes(definition.writer()).own(constraint, index);
        validate(tableOid, index);
    }

    private static IndexRequest request(String name, Constraint.Exclusion raw, List<IndexElement> elements) {
        String method = raw.accessMethod() == null ? "btree" : raw.accessMethod();
        List<IndexElement> including =
                raw.including().stream().map(KeyConstraints::element).toList();
        return new IndexRequest(
                name,
                method,
                elements,
                including,
                false,
                false,
                false,
                !raw.attributes().deferrable(),
                raw.options(),
                raw.where(),
                true,
                true,
                true);
    }

    private List<Integer> operators(TableDef table, IndexDef index, Constraint.Exclusion raw) {
        CatalogView view = definition.view();
        List<Expr> keys = new TableExpressions(definition.session()).indexKeys(index, table);
        List<Integer> operators = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> name = raw.elements().get(i).operator();
            int operatorClass = index.keys().get(i).operatorClass();
            int type = keys.get(i).type();
            int classType = view.operatorClass(operatorClass).inputType();
            int oid = find(name, type);
            oid = oid == 0 ? find(name, classType) : oid;
            if (oid == 0) {
                throw new PgException(
                                SqlState.UNDEFINED_FUNCTION,
                                "operator does not exist: %s %s %s"
                                        .formatted(
                                                view.formatType(type), String.join(".", name), view.formatType(type)))
                        .hint("No operator matches the given name and argument types."
                                + " You might need to add explicit type casts.");
            }
            OperatorDef operator = view.operator(oid);
            String signature = "%s(%s,%s)"
                    .formatted(
                            operator.name(),
                            view.formatType(operator.leftType()),
                            view.formatType(operator.rightType()));
            if (operator.commutator() != oid) {
                throw new PgException(SqlState.WRONG_OBJECT_TYPE, "operator %s is not commutative".formatted(signature))
                        .detail("Only commutative operators can be used in exclusion constraints.");
            }
            int family = view.operatorClass(operatorClass).family();
            if (view.familiesOf(oid).stream()
                    .noneMatch(member -> member.family() == family && member.purpose() == 's')) {
                throw new PgException(
                                SqlState.WRONG_OBJECT_TYPE,
                                "operator %s is not a member of operator family \"%s\""
                                        .formatted(
                                                signature,
                                                view.operatorFamily(family).name()))
                        .detail("The exclusion operator must be related to the index operator class for the"
                                + " constraint.");
            }
            operators.add(oid);
        }
        return operators;
    }

    private int find(List<String> name, int type) {
        CatalogView view = definition.view();
        int own = definition.analysis().exactOperator(name, type, type);
        if (own != 0) {
            return own;
        }
        int general = switch (view.type(type).kind()) {
            case 'r' -> Oids.ANYRANGE;
            case 'm' -> Oids.ANYMULTIRANGE;
            case 'e' -> Oids.ANYENUM;
            case 'd' -> view.type(type).baseType();
            default -> view.type(type).isTrueArray() ? Oids.ANYARRAY : 0;
        };
        return general == 0 ? 0 : find(name, general);
    }

    /// 23P01 when rows that are there conflict.
    public void validate(int tableOid, int index) {
        TableDef table = definition.view().table(tableOid);
        if (table.storage() == 0) {
            return;
        }
        var target = new ModifyTargets(definition.view(), definition.session())
                .of(new ScanTable(1, table, table.name(), List.of())).indexes().stream()
                        .filter(each -> each.index().oid() == index)
                        .findFirst()
                        .orElseThrow();
        var view = definition.writer().transaction().latestView();
        ExpressionCompiler compiler =
                new ExpressionCompiler(definition.view(), definition.session(), FunctionRegistry.standard());
        new ExclusionValidation(target, table, QueryRun.execution(definition.backend(), view, new Object[0]))
                .run(compiler);
    }
}
