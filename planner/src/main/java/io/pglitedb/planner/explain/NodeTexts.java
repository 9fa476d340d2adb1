package io.pglitedb.planner.explain;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.explain.ExplainNode.Property;
import io.pglitedb.planner.plan.ConflictAction;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.IndexCover;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.ModifyMember;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Titles, attributes and conditions of plan nodes.
final class NodeTexts {
    private final PlannedStatement statement;
    private final CatalogView catalog;
    private final SqlPrinter printer;
    private final Labels labels;
    /// Names in Output lines: without their table when it is the only one.
    private final Labels outputs;
    private final Map<Integer, String> parameters;
    private final boolean verbose;

    NodeTexts(
            PlannedStatement statement,
            CatalogView catalog,
            SessionContext session,
            String soleAlias,
            Map<Integer, String> parameters,
            boolean verbose) {
        this.statement = statement;
        this.catalog = catalog;
        this.printer = new SqlPrinter(catalog, session, Style.LINE);
        this.parameters = parameters;
        this.verbose = verbose;
        this.outputs = new Labels(soleAlias, this::print);
        this.labels = verbose ? new Labels(null, this::print) : outputs;
    }

    /// @param input what the columns are called that the expression is over
    String print(Expr expression, List<String> input) {
        return printer.expression(expression, new PlanColumns(input, parameters, statement));
    }

    /// What the columns are called that the node's expressions are over.
    List<String> input(PlanNode node) {
        return labels.input(node);
    }

    /// What the Output line of a node shows; empty when it has none.
    List<String> outputs(PlanNode outermost, PlanNode node) {
        boolean silent = node instanceof PlanNode.Append
                || node instanceof PlanNode.RecursiveUnion
                || node instanceof PlanNode.SingleRow && outermost == node;
        if (silent) {
            return List.of();
        }
        boolean computes = node instanceof PlanNode.Leaf
                || node instanceof PlanNode.Binary
                || node instanceof PlanNode.Aggregate
                || node instanceof PlanNode.Window;
        if (computes && outermost instanceof PlanNode.Project project) {
            List<String> input = own(project.input());
            return project.expressions().stream()
                    .map(expression -> print(expression, input))
                    .toList();
        }
        return computes ? own(outermost) : outputs.of(outermost);
    }

    /// As the node itself names its columns: what it computes needs no parentheses there.
    private List<String> own(PlanNode node) {
        return node instanceof PlanNode.Filter filter ? own(filter.input()) : outputs.within(node);
    }

    List<String> of(PlanNode node) {
        return labels.of(node);
    }

    List<String> within(PlanNode node) {
        return labels.within(node);
    }

    /// A scan's conditions name its own columns without their table.
    private List<String> scanInput(PlanNode node, String alias) {
        return verbose
                ? labels.of(node)
                : labels.of(node).stream()
                        .map(label -> label.startsWith(alias + ".") ? label.substring(alias.length() + 1) : label)
                        .toList();
    }

    String title(PlanNode node) {
        return switch (node) {
            case PlanNode.SeqScan scan -> "Seq Scan on " + table(scan.table());
            case PlanNode.IndexScan scan ->
                type(scan) + " " + (scan.backward() ? "Backward " : "") + "using "
                        + Quoting.identifier(scan.index().name()) + " on " + table(scan.table());
            case PlanNode.TidScan scan -> "Tid Scan on " + table(scan.table());
            case PlanNode.SampleScan scan -> "Sample Scan on " + table(scan.table());
            case PlanNode.ValuesScan _ -> "Values Scan on \"*VALUES*\"";
            case PlanNode.FunctionScan scan -> "Function Scan on " + function(scan);
            case PlanNode.CteScan scan -> "CTE Scan on " + named(scan.name(), scan.alias());
            case PlanNode.WorkTableScan scan -> "WorkTable Scan on " + named(scan.name(), scan.alias());
            case PlanNode.Insert insert -> "Insert on " + table(insert.target().table());
            case PlanNode.Update update -> "Update on " + table(update.target().table());
            case PlanNode.Merge merge -> "Merge on " + table(merge.target().table());
            case PlanNode.Delete delete -> "Delete on " + table(delete.target().table());
            case PlanNode.NestedLoop join -> joined("Nested Loop", PlanDescriber.joinWord(join.type()));
            case PlanNode.HashJoin join -> {
                String word = PlanDescriber.joinWord(join.type());
                yield word.isEmpty() ? "Hash Join" : "Hash " + word + " Join";
            }
            case PlanNode.SetOperation operation -> "HashSetOp " + setWord(operation) + (operation.all() ? " All" : "");
            default -> type(node);
        };
    }

    private static String joined(String algorithm, String word) {
        return word.isEmpty() ? algorithm : algorithm + " " + word + " Join";
    }

    private static String setWord(PlanNode.SetOperation operation) {
        String name = operation.kind().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private String table(ScanTable scan) {
        TableDef table = scan.table();
        String name = verbose
                ? Quoting.identifier(catalog.namespaceName(table.namespace())) + "." + Quoting.identifier(table.name())
                : Quoting.identifier(table.name());
        return scan.alias().equals(table.name()) ? name : name + " " + Quoting.identifier(scan.alias());
    }

    private String function(PlanNode.FunctionScan scan) {
        Expr call = scan.functions().getFirst().call();
        String name = call instanceof Expr.FunctionCall function
                ? Quoting.identifier(catalog.function(function.function()).name())
                : "";
        String alias = Quoting.identifier(scan.alias());
        return name.isEmpty() || name.equals(alias) ? alias : name + " " + alias;
    }

    private static String named(String name, String alias) {
        return name.equals(alias)
                ? Quoting.identifier(name)
                : Quoting.identifier(name) + " " + Quoting.identifier(alias);
    }

    /// The node's type as the structured formats have it.
    private static String type(PlanNode node) {
        return switch (node) {
            case PlanNode.SingleRow _ -> "Result";
            case PlanNode.SeqScan _ -> "Seq Scan";
            case PlanNode.IndexScan scan ->
                IndexCover.covers(scan.index(), scan.table().attributes()) ? "Index Only Scan" : "Index Scan";
            case PlanNode.TidScan _ -> "Tid Scan";
            case PlanNode.SampleScan _ -> "Sample Scan";
            case PlanNode.ValuesScan _ -> "Values Scan";
            case PlanNode.FunctionScan _ -> "Function Scan";
            case PlanNode.CteScan _ -> "CTE Scan";
            case PlanNode.WorkTableScan _ -> "WorkTable Scan";
            case PlanNode.ProjectSet _ -> "ProjectSet";
            case PlanNode.NestedLoop _ -> "Nested Loop";
            case PlanNode.HashJoin _ -> "Hash Join";
            case PlanNode.Sort _ -> "Sort";
            case PlanNode.Limit _ -> "Limit";
            case PlanNode.Aggregate aggregate -> aggregateType(aggregate);
            case PlanNode.Window _ -> "WindowAgg";
            case PlanNode.Unique _ -> "Unique";
            case PlanNode.SetOperation _ -> "SetOp";
            case PlanNode.Append append -> append.inputs().isEmpty() ? "Result" : "Append";
            case PlanNode.FamilyScan family -> family.inputs().isEmpty() ? "Result" : "Append";
            case PlanNode.RecursiveUnion _ -> "Recursive Union";
            case PlanNode.LockRows _ -> "LockRows";
            case PlanNode.Insert _, PlanNode.Update _, PlanNode.Delete _, PlanNode.Merge _ -> "ModifyTable";
            case PlanNode.Filter _, PlanNode.Project _ -> "Result";
            default -> node.getClass().getSimpleName();
        };
    }

    private static String aggregateType(PlanNode.Aggregate aggregate) {
        if (!aggregate.groupingSets().isEmpty()) {
            return aggregate.sorted() ? "GroupAggregate" : "MixedAggregate";
        }
        if (aggregate.keys().isEmpty()) {
            return "Aggregate";
        }
        return aggregate.sorted() ? aggregate.calls().isEmpty() ? "Group" : "GroupAggregate" : "HashAggregate";
    }

    List<Property> attributes(PlanNode node) {
        List<Property> attributes = new ArrayList<>();
        if (node instanceof PlanNode.Aggregate aggregate) {
            attributes.add(new Property("Node Type", "Aggregate"));
            String type = aggregateType(aggregate);
            attributes.add(new Property(
                    "Strategy",
                    switch (type) {
                        case "Aggregate" -> "Plain";
                        case "HashAggregate" -> "Hashed";
                        case "MixedAggregate" -> "Mixed";
                        default -> "Sorted";
                    }));
            attributes.add(new Property("Partial Mode", "Simple"));
            return attributes;
        }
        attributes.add(new Property("Node Type", type(node)));
        switch (node) {
            case PlanNode.Insert insert -> changed("Insert", insert.target().table(), attributes);
            case PlanNode.Update update -> changed("Update", update.target().table(), attributes);
            case PlanNode.Merge merge -> changed("Merge", merge.target().table(), attributes);
            case PlanNode.Delete delete -> changed("Delete", delete.target().table(), attributes);
            case PlanNode.NestedLoop join -> attributes.add(new Property("Join Type", joinType(join.type())));
            case PlanNode.HashJoin join -> attributes.add(new Property("Join Type", joinType(join.type())));
            case PlanNode.SeqScan scan -> relation(scan.table(), attributes);
            case PlanNode.IndexScan scan -> {
                attributes.add(new Property("Scan Direction", scan.backward() ? "Backward" : "Forward"));
                attributes.add(new Property("Index Name", scan.index().name()));
                relation(scan.table(), attributes);
            }
            case PlanNode.TidScan scan -> relation(scan.table(), attributes);
            case PlanNode.SampleScan scan -> relation(scan.table(), attributes);
            case PlanNode.FunctionScan scan -> attributes.add(new Property("Alias", scan.alias()));
            case PlanNode.CteScan scan -> {
                attributes.add(new Property("CTE Name", scan.name()));
                attributes.add(new Property("Alias", scan.alias()));
            }
            case PlanNode.SetOperation operation -> attributes.add(new Property("Command", setWord(operation)));
            default -> {}
        }
        return attributes;
    }

    private static String joinType(JoinType type) {
        String word = PlanDescriber.joinWord(type);
        return word.isEmpty() ? "Inner" : word;
    }

    private void changed(String operation, ScanTable table, List<Property> attributes) {
        attributes.add(new Property("Operation", operation));
        relation(table, attributes);
    }

    private void relation(ScanTable table, List<Property> attributes) {
        attributes.add(new Property("Relation Name", table.table().name()));
        if (verbose) {
            attributes.add(
                    new Property("Schema", catalog.namespaceName(table.table().namespace())));
        }
        attributes.add(new Property("Alias", table.alias()));
    }

    private String sampling(PlanNode.Sampling sampling, List<String> input) {
        String method = Quoting.identifier(catalog.function(sampling.method()).name());
        String sample = method + " (" + print(sampling.percentage(), input) + ")";
        return sampling.seed() == null ? sample : sample + " REPEATABLE (" + print(sampling.seed(), input) + ")";
    }

    List<Property> properties(PlanNode node) {
        List<Property> properties = new ArrayList<>();
        List<String> input = labels.input(node);
        switch (node) {
            case PlanNode.SeqScan scan ->
                condition("Filter", scan.filter(), scanInput(scan, scan.table().alias()), properties);
            case PlanNode.IndexScan scan -> {
                List<String> own = scanInput(scan, scan.table().alias());
                condition("Index Cond", IndexConditions.columnFirst(scan.indexCondition(), catalog), own, properties);
                condition("Filter", scan.filter(), own, properties);
            }
            case PlanNode.TidScan scan -> {
                List<String> tids =
                        scan.tids().stream().map(tid -> print(tid, input)).toList();
                properties.add(new Property(
                        "TID Cond",
                        tids.size() == 1
                                ? "(ctid = " + tids.getFirst() + ")"
                                : "(ctid = ANY (" + String.join(", ", tids) + "))"));
                condition("Filter", scan.filter(), scanInput(scan, scan.table().alias()), properties);
            }
            case PlanNode.SampleScan scan -> {
                properties.add(new Property("Sampling", sampling(scan.sampling(), input)));
                condition("Filter", scan.filter(), scanInput(scan, scan.table().alias()), properties);
            }
            case PlanNode.FamilyScan family
            when family.inputs().isEmpty() -> properties.add(new Property("One-Time Filter", "false"));
            case PlanNode.FunctionScan scan ->
                condition("Filter", scan.filter(), scanInput(scan, scan.alias()), properties);
            case PlanNode.NestedLoop join -> condition("Join Filter", join.condition(), input, properties);
            case PlanNode.HashJoin join -> {
                properties.add(new Property("Hash Cond", hashCondition(join)));
                condition("Join Filter", join.residual(), input, properties);
            }
            case PlanNode.Sort sort ->
                properties.add(new Property(
                        "Sort Key",
                        sort.keys().stream().map(key -> sortKey(key, input)).toList()));
            case PlanNode.Append append
            when append.inputs().isEmpty() -> properties.add(new Property("One-Time Filter", "false"));
            case PlanNode.Aggregate aggregate -> groups(aggregate, input, properties);
            case PlanNode.Update update -> targets("Update", update.members(), properties);
            case PlanNode.Merge merge -> targets("Merge", merge.members(), properties);
            case PlanNode.Delete delete -> targets("Delete", delete.members(), properties);
            case PlanNode.Insert insert when insert.conflict() != null -> conflict(insert.conflict(), properties);
            default -> {}
        }
        return properties;
    }

    private void targets(String verb, List<ModifyMember> members, List<Property> properties) {
        if (!members.isEmpty()) {
            properties.add(new Property(
                    ExplainNode.TARGET_TABLES,
                    members.stream()
                            .map(member -> verb + " on " + table(member.target().table()))
                            .toList()));
        }
    }

    private void condition(String label, Expr condition, List<String> input, List<Property> properties) {
        if (condition != null) {
            properties.add(new Property(label, print(condition, input)));
        }
    }

    private String hashCondition(PlanNode.HashJoin join) {
        List<String> conditions = join.keys().stream()
                .map(key -> "(" + print(key.left(), labels.of(join.left())) + " "
                        + printer.operator(key.operator()) + " "
                        + print(key.right(), labels.of(join.right())) + ")")
                .toList();
        return conditions.size() == 1 ? conditions.getFirst() : "(" + String.join(" AND ", conditions) + ")";
    }

    private static String sortKey(SortKey key, List<String> input) {
        String text = input.get(key.slot());
        text += key.descending() ? " DESC" : "";
        return key.nullsFirst() == key.descending() ? text : text + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    private static void groups(PlanNode.Aggregate aggregate, List<String> input, List<Property> properties) {
        List<String> keys = new ArrayList<>();
        for (GroupKey key : aggregate.keys()) {
            keys.add(input.get(key.slot()));
        }
        if (aggregate.groupingSets().isEmpty()) {
            if (!keys.isEmpty()) {
                properties.add(new Property("Group Key", keys));
            }
            return;
        }
        for (List<Integer> set : aggregate.groupingSets()) {
            List<String> members = set.stream().map(keys::get).toList();
            properties.add(new Property(
                    aggregate.sorted() || set.isEmpty() ? "Group Key" : "Hash Key",
                    members.isEmpty() ? List.of("()") : members));
        }
    }

    private void conflict(ConflictAction conflict, List<Property> properties) {
        properties.add(new Property("Conflict Resolution", conflict.update() ? "UPDATE" : "NOTHING"));
        if (!conflict.arbiters().isEmpty()) {
            properties.add(new Property(
                    "Conflict Arbiter Indexes",
                    conflict.arbiters().stream()
                            .map(index -> catalog.index(index).name())
                            .toList()));
        }
    }
}
