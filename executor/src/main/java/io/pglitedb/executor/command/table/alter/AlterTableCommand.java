package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.AlterTableStatement.AlterTable;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// ALTER TABLE and its like. Commands run in PostgreSQL's passes: what is dropped goes first, constraints come
/// last.
public final class AlterTableCommand implements Command<AlterTable> {
    @Override
    public Class<AlterTable> statement() {
        return AlterTable.class;
    }

    @Override
    public String name(AlterTable statement) {
        return "ALTER " + statement.kind().words();
    }

    @Override
    public Set<Trait> traits(AlterTable statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterTable statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var name = statement.relation();
        if (statement.ifExists() && definition.find(name.schema(), name.relation()) == null) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION,
                    "relation \"%s\" does not exist, skipping".formatted(name.relation()));
            return name(statement);
        }
        TableDef table = definition.relation(name, AlterTableLocks.mode(statement.commands()));
        requireKind(statement, table);
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        new Ownership(definition).require(table);
        List<AlterTableStatement.Command> commands = new ArrayList<>(statement.commands());
        commands.sort(Comparator.comparingInt(AlterTableCommand::pass));
        for (AlterTableStatement.Command command : commands) {
            run(command, table, statement.relation().inherit(), definition);
        }
        return name(statement);
    }

    private static void requireKind(AlterTable statement, TableDef table) {
        boolean fits = switch (statement.kind()) {
            case TABLE -> "rpvmfiISc".indexOf(table.kind()) >= 0 && table.kind() != 'c';
            case INDEX -> "iI".indexOf(table.kind()) >= 0;
            case VIEW -> table.kind() == 'v';
            case MATERIALIZED_VIEW -> table.kind() == 'm';
            case SEQUENCE -> table.kind() == 'S';
            case FOREIGN_TABLE -> table.kind() == 'f';
            default -> true;
        };
        if (!fits) {
            String kind = statement.kind().words().toLowerCase(Locale.ROOT);
            String article = "aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not %s%s".formatted(table.name(), article, kind));
        }
    }

    /// Source: PostgreSQL's AlterTablePass.
    private static int pass(AlterTableStatement.Command command) {
        return switch (command) {
            case AlterTableStatement.DropColumn ignored -> 0;
            case AlterTableStatement.DropConstraint ignored -> 0;
            case AlterTableStatement.DropNotNull ignored -> 0;
            case AlterTableStatement.SetColumnType ignored -> 1;
            case AlterTableStatement.AddColumn ignored -> 2;
            case AlterTableStatement.AddConstraint(Constraint constraint) ->
                constraint instanceof Constraint.ForeignKey ? 6 : constraint instanceof Constraint.Check ? 4 : 5;
            default -> 3;
        };
    }

    /// Runs it on the table and, where the command itself does not see to them, on those that inherit from it.
    private static void run(
            AlterTableStatement.Command command, TableDef table, boolean inherit, Definition definition) {
        run(command, table.oid(), !inherit, definition);
        if (inherit && goesDown(command)) {
            for (TableDef below : new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).all(table.oid())) {
                run(command, below.oid(), false, definition);
            }
        }
    }

    /// Source: where PostgreSQL's ATPrepCmd calls ATSimpleRecursion.
    private static boolean goesDown(AlterTableStatement.Command command) {
        return switch (command) {
            case AlterTableStatement.SetDefault _,
                    AlterTableStatement.DropDefault _,
                    AlterTableStatement.SetNotNull _,
                    AlterTableStatement.DropNotNull _,
                    AlterTableStatement.SetStorage _ -> true;
            case AlterTableStatement.SetStatistics statistics -> statistics.column() != null;
            default -> false;
        };
    }

    private static void run(AlterTableStatement.Command command, int table, boolean only, Definition definition) {
        ColumnChanges columns = new ColumnChanges(definition, table, only);
        ConstraintChanges constraints = new ConstraintChanges(definition, table, only);
        RelationChanges relation = new RelationChanges(definition, table);
        FamilyChanges family = new FamilyChanges(definition, table);
        switch (command) {
            case AlterTableStatement.AddColumn add -> new NewColumns(definition).add(table, add, only);
            case AlterTableStatement.DropColumn drop -> columns.drop(drop);
            case AlterTableStatement.SetDefault set -> columns.setDefault(set.column(), set.expression());
            case AlterTableStatement.DropDefault drop -> columns.dropDefault(drop.column());
            case AlterTableStatement.SetNotNull set -> columns.setNotNull(set.column());
            case AlterTableStatement.DropNotNull drop -> columns.dropNotNull(drop.column());
            case AlterTableStatement.SetColumnType set -> columns.setType(set);
            case AlterTableStatement.AddIdentity add -> columns.addIdentity(add.column(), add.identity());
            case AlterTableStatement.DropIdentity drop -> columns.dropIdentity(drop.column(), drop.ifExists());
            case AlterTableStatement.SetStatistics set -> columns.setStatistics(set);
            case AlterTableStatement.SetStorage set -> columns.setStorage(set.column(), set.storage());
            case AlterTableStatement.SetColumnOptions set ->
                columns.setOptions(set.column(), set.reset(), set.options());
            case AlterTableStatement.AddConstraint(Constraint constraint) -> constraints.add(constraint);
            case AlterTableStatement.DropConstraint drop ->
                constraints.drop(drop.name(), drop.ifExists(), drop.cascade());
            case AlterTableStatement.ValidateConstraint(String name) -> constraints.validate(name);
            case AlterTableStatement.AlterConstraint alter -> constraints.alter(alter);
            case AlterTableStatement.SetOwner(var owner) -> relation.setOwner(owner);
            case AlterTableStatement.SetOptions set -> relation.setOptions(set.reset(), set.options());
            case AlterTableStatement.SetRowSecurity(boolean enabled) -> relation.set("relrowsecurity", enabled);
            case AlterTableStatement.ForceRowSecurity(boolean forced) -> relation.set("relforcerowsecurity", forced);
            case AlterTableStatement.SetLogged(boolean logged) -> relation.setLogged(logged);
            case AlterTableStatement.SetReplicaIdentity identity -> relation.setReplicaIdentity(identity);
            case AlterTableStatement.ClusterOn(String index) -> relation.clusterOn(index);
            case AlterTableStatement.SetWithoutCluster ignored -> relation.withoutCluster();
            case AlterTableStatement.DropOids ignored -> {}
            case AlterTableStatement.Inherit(var parent) -> family.inherit(parent);
            case AlterTableStatement.NoInherit(var parent) -> family.disinherit(parent);
            case AlterTableStatement.AttachPartition attach -> family.attach(attach);
            case AlterTableStatement.DetachPartition detach -> family.detach(detach);
            case AlterTableStatement.SetForeignOptions(var options) -> relation.setForeignOptions(options);
            case AlterTableStatement.SetColumnForeignOptions set ->
                columns.setForeignOptions(set.column(), set.options());
            case AlterTableStatement.OfType(var type) -> family.ofType(type);
            case AlterTableStatement.NotOfType ignored -> family.notOfType();
            case AlterTableStatement.SetRuleFiring set ->
                new RuleFiring(definition).set(definition.view().table(table), set);
            case AlterTableStatement.SetTriggerFiring set ->
                new TriggerFiring(definition).set(definition.view().table(table), set);
            default ->
                throw PgException.notSupported(
                        "ALTER TABLE … " + command.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        }
    }
}
