package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement.Call;
import io.pglitedb.planner.ast.SessionStatement.Checkpoint;
import io.pglitedb.planner.ast.SessionStatement.Cluster;
import io.pglitedb.planner.ast.SessionStatement.Discard;
import io.pglitedb.planner.ast.SessionStatement.DiscardTarget;
import io.pglitedb.planner.ast.SessionStatement.Do;
import io.pglitedb.planner.ast.SessionStatement.Listen;
import io.pglitedb.planner.ast.SessionStatement.Lock;
import io.pglitedb.planner.ast.SessionStatement.LockMode;
import io.pglitedb.planner.ast.SessionStatement.Notify;
import io.pglitedb.planner.ast.SessionStatement.Reindex;
import io.pglitedb.planner.ast.SessionStatement.ReindexKind;
import io.pglitedb.planner.ast.SessionStatement.Truncate;
import io.pglitedb.planner.ast.SessionStatement.Unlisten;
import io.pglitedb.planner.ast.SessionStatement.Vacuum;
import io.pglitedb.planner.ast.SessionStatement.VacuumTarget;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Locks, notifications, VACUUM and its relatives, TRUNCATE, CALL and DO.
final class MaintenanceParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    MaintenanceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement listen() {
        tokens.next();
        return new Listen(tokens.columnName());
    }

    Statement unlisten() {
        tokens.next();
        return new Unlisten(tokens.accept("*") ? null : tokens.columnName());
    }

    Statement notification() {
        tokens.next();
        String channel = tokens.columnName();
        return new Notify(channel, tokens.accept(",") ? tokens.expectString() : null);
    }

    Statement lock() {
        tokens.next();
        tokens.accept("table");
        List<RangeVar> relations = relations();
        LockMode mode = LockMode.ACCESS_EXCLUSIVE;
        if (tokens.accept("in")) {
            mode = lockMode();
            tokens.expect("mode");
        }
        return new Lock(relations, mode, tokens.accept("nowait"));
    }

    private List<RangeVar> relations() {
        List<RangeVar> relations = new ArrayList<>();
        do {
            relations.add(grammar.names.relation());
        } while (tokens.accept(","));
        return List.copyOf(relations);
    }

    private LockMode lockMode() {
        if (tokens.accept("access")) {
            if (tokens.accept("share")) {
                return LockMode.ACCESS_SHARE;
            }
            tokens.expect("exclusive");
            return LockMode.ACCESS_EXCLUSIVE;
        }
        if (tokens.accept("row")) {
            if (tokens.accept("share")) {
                return LockMode.ROW_SHARE;
            }
            tokens.expect("exclusive");
            return LockMode.ROW_EXCLUSIVE;
        }
        if (tokens.accept("share")) {
            if (tokens.accept("update")) {
                tokens.expect("exclusive");
                return LockMode.SHARE_UPDATE_EXCLUSIVE;
            }
            if (tokens.accept("row")) {
                tokens.expect("exclusive");
                return LockMode.SHARE_ROW_EXCLUSIVE;
            }
            return LockMode.SHARE;
        }
        tokens.expect("exclusive");
        return LockMode.EXCLUSIVE;
    }

    Statement vacuum() {
        tokens.next();
        List<DefElem> options = new ArrayList<>();
        if (tokens.at("(")) {
            options.addAll(grammar.options.parenthesized());
        } else {
            for (String word : List.of("full", "freeze", "verbose")) {
                flag(word, options);
            }
            if (!flag("analyze", options) && tokens.at("analyse")) {
                options.add(new DefElem("analyze", null, tokens.next().start()));
            }
        }
        return new Vacuum(true, List.copyOf(options), vacuumTargets());
    }

    Statement analyze() {
        tokens.next();
        List<DefElem> options = new ArrayList<>();
        if (tokens.at("(")) {
            options.addAll(grammar.options.parenthesized());
        } else {
            flag("verbose", options);
        }
        return new Vacuum(false, List.copyOf(options), vacuumTargets());
    }

    private boolean flag(String word, List<DefElem> options) {
        if (!tokens.at(word)) {
            return false;
        }
        options.add(new DefElem(word, null, tokens.next().start()));
        return true;
    }

    private boolean atStatementEnd() {
        return tokens.at(";") || tokens.at(Kind.END);
    }

    private List<VacuumTarget> vacuumTargets() {
        if (atStatementEnd()) {
            return List.of();
        }
        List<VacuumTarget> targets = new ArrayList<>();
        do {
            RangeVar relation = grammar.names.qualifiedName();
            targets.add(new VacuumTarget(relation, tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of()));
        } while (tokens.accept(","));
        return List.copyOf(targets);
    }

    Statement cluster() {
        tokens.next();
        List<DefElem> options = new ArrayList<>();
        boolean listed = tokens.at("(");
        if (listed) {
            options.addAll(grammar.options.parenthesized());
        } else {
            flag("verbose", options);
        }
        if (!listed && atStatementEnd()) {
            return new Cluster(List.copyOf(options), null, null);
        }
        RangeVar relation = grammar.names.qualifiedName();
        if (!listed && relation.schema() == null && tokens.accept("on")) {
            return new Cluster(List.copyOf(options), grammar.names.qualifiedName(), relation.relation());
        }
        String index = tokens.accept("using") ? tokens.columnName() : null;
        return new Cluster(List.copyOf(options), relation, index);
    }

    Statement reindex() {
        tokens.next();
        List<DefElem> options = new ArrayList<>(tokens.at("(") ? grammar.options.parenthesized() : List.of());
        ReindexKind kind = reindexKind();
        flag("concurrently", options);
        if (kind == ReindexKind.INDEX || kind == ReindexKind.TABLE) {
            return new Reindex(kind, List.copyOf(options), grammar.names.qualifiedName(), null);
        }
        return new Reindex(kind, List.copyOf(options), null, tokens.columnName());
    }

    private ReindexKind reindexKind() {
        if (tokens.accept("index")) {
            return ReindexKind.INDEX;
        }
        if (tokens.accept("table")) {
            return ReindexKind.TABLE;
        }
        if (tokens.accept("schema")) {
            return ReindexKind.SCHEMA;
        }
        if (tokens.accept("system")) {
            return ReindexKind.SYSTEM;
        }
        tokens.expect("database");
        return ReindexKind.DATABASE;
    }

    Statement checkpoint() {
        tokens.next();
        return new Checkpoint();
    }

    Statement discard() {
        tokens.next();
        if (tokens.accept("all")) {
            return new Discard(DiscardTarget.ALL);
        }
        if (tokens.accept("plans")) {
            return new Discard(DiscardTarget.PLANS);
        }
        if (tokens.accept("sequences")) {
            return new Discard(DiscardTarget.SEQUENCES);
        }
        if (!tokens.accept("temp")) {
            tokens.expect("temporary");
        }
        return new Discard(DiscardTarget.TEMP);
    }

    Statement truncate() {
        tokens.next();
        tokens.accept("table");
        List<RangeVar> relations = relations();
        boolean restart = tokens.accept("restart");
        if (restart || tokens.accept("continue")) {
            tokens.expect("identity");
        }
        boolean cascade = tokens.accept("cascade");
        if (!cascade) {
            tokens.accept("restrict");
        }
        return new Truncate(relations, restart, cascade);
    }

    Statement call() {
        tokens.next();
        int location = tokens.location();
        List<String> name = grammar.signatures.functionName();
        AstExpr.FuncCall call = grammar.functions.application(name, location);
        return new Call(call);
    }

    /// DO
    Statement anonymousBlock() {
        tokens.next();
        List<DefElem> items = new ArrayList<>();
        do {
            int location = tokens.location();
            if (tokens.accept("language")) {
                items.add(new DefElem("language", OptionParser.plain(grammar.settings.wordOrString()), location));
            } else {
                items.add(new DefElem("as", tokens.expectString(), location));
            }
        } while (!atStatementEnd());
        return new Do(List.copyOf(items));
    }
}
