package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.plan.ModifyMember;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import java.util.ArrayList;
import java.util.List;

/// The tables of a family that a plan reads the rows to change from.
public final class ModifyMembers {
    private final ModifyTargets targets;
    private final TableDef table;
    private final List<ModifyMember> members = new ArrayList<>();

    /// @param table that the statement names
    public ModifyMembers(ModifyTargets targets, TableDef table) {
        this.targets = targets;
        this.table = table;
    }

    /// @param leaf number of the table's scans
    public List<ModifyMember> of(PlanNode node, int leaf) {
        search(node, leaf);
        return members;
    }

    private void search(PlanNode node, int leaf) {
        if (node instanceof PlanNode.FamilyScan family) {
            family.inputs().forEach(input -> add(input, leaf));
        } else {
            node.inputs().forEach(input -> search(input, leaf));
        }
    }

    private void add(PlanNode node, int leaf) {
        ScanTable scanned = switch (node) {
            case PlanNode.SeqScan scan -> scan.table();
            case PlanNode.IndexScan scan -> scan.table();
            case PlanNode.TidScan scan -> scan.table();
            case PlanNode.SampleScan scan -> scan.table();
            default -> null;
        };
        if (scanned == null) {
            node.inputs().forEach(input -> add(input, leaf));
        } else if (scanned.scanId() == leaf) {
            members.add(new ModifyMember(targets.of(scanned), TableExpressions.columnsIn(scanned.table(), table)));
        }
    }
}
