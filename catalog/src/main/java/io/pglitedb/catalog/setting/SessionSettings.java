package io.pglitedb.catalog.setting;

import io.pglitedb.types.SessionContext.DateStyle;
import io.pglitedb.types.SessionContext.IntervalStyle;
import io.pglitedb.types.datetime.Zones;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One session's values. SET is undone by the rollback of its (sub)transaction, SET LOCAL by its end too. A
/// change made outside any transaction (level 0) stays. Source of the stacking rules: PostgreSQL's
/// `AtEOXact_GUC`. Not thread-safe.
public final class SessionSettings {
    /// Where a value comes from; later ones win.
    public enum Source {
        BOOT,
        FILE,
        DATABASE,
        ROLE,
        STARTUP,
        SESSION
    }

    private enum State {
        SET,
        LOCAL,
        SET_LOCAL
    }

    private record Value(String text, Source source) {}

    /// @param prior before the level's first change
    /// @param masked what SET gave before SET LOCAL covered it; null unless the state is SET_LOCAL
    private record Saved(int level, State state, Value prior, Value masked) {}

    private static final class Variable {
        final Setting setting;
        final Deque<Saved> stack = new ArrayDeque<>();
        Value current;
        Value reset;

        Variable(Setting setting) {
            this.setting = setting;
            String boot = setting.bootValue();
            boolean number = setting.kind() == Setting.Kind.INTEGER || setting.kind() == Setting.Kind.REAL;
            reset = new Value(number ? setting.parse(setting.name(), boot) : boot, Source.BOOT);
            current = reset;
        }
    }

    private final Map<String, Variable> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int level;
    private long changes;

    /// Grows whenever a value may have become another one: what is worked out from values is good while it stays.
    public long changes() {
        return changes;
    }

    /// SHOW; 42704 when there is none.
    public String show(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            if (Settings.isCustom(name)) {
                throw Settings.unrecognized(name);
            }
            variable = variable(name);
        }
        return variable.setting.name().equals("seed") ? "unavailable" : variable.current.text();
    }

    /// Value of a number, in the unit that it is kept in.
    public double number(String name) {
        Variable variable = variable(name);
        return variable.setting.parseNumber(name, variable.current.text());
    }

    /// What RESET goes back to, as SHOW prints it.
    public String resetValue(String name) {
        return variable(name).reset.text();
    }

    public Source source(String name) {
        Variable variable = variables.get(name);
        return variable == null ? Source.BOOT : variable.current.source();
    }

    /// Names of custom settings that have a value here.
    public Set<String> customNames() {
        return variables.keySet().stream().filter(Settings::isCustom).collect(Collectors.toSet());
    }

    private Variable variable(String name) {
        Setting setting = Settings.get(name);
        return variables.computeIfAbsent(setting.name(), key -> new Variable(setting));
    }

    /// What the session starts from, and RESET goes back to. Also for what the server alone may say.
    public void initialize(String name, String text, Source source) {
        Variable variable = variable(name);
        Value value = new Value(parse(variable, name, text), source);
        if (source.compareTo(variable.reset.source()) >= 0) {
            variable.reset = value;
        }
        if (source.compareTo(variable.current.source()) >= 0) {
            variable.current = value;
            changes++;
        }
    }

    /// SET, or SET LOCAL, which has no effect outside a transaction.
    public void set(String name, String text, boolean local, boolean superuser) {
        Setting setting = Settings.get(name);
        setting.requireSettable(name, superuser);
        Variable variable = variables.get(setting.name());
        String parsed = parse(variable == null ? new Variable(setting) : variable, name, text);
        if (!local || level > 0) {
            change(variable(name), new Value(parsed, Source.SESSION), local);
        }
    }

    public void reset(String name, boolean superuser) {
        Settings.get(name).requireSettable(name, superuser);
        Variable variable = variable(name);
        change(variable, variable.reset, false);
    }

    /// RESET ALL: what the transaction or the session's identity is stays.
    public void resetAll() {
        for (Variable variable : variables.values()) {
            boolean kept = switch (variable.setting.name()) {
                case "transaction_isolation",
                        "transaction_read_only",
                        "transaction_deferrable",
                        "role",
                        "session_authorization",
                        "is_superuser",
                        "seed" -> true;
                default -> false;
            };
            if (!kept && variable.current.source() == Source.SESSION) {
                change(variable, variable.reset, false);
            }
        }
    }

    private String parse(Variable variable, String written, String text) {
        if (variable.setting.name().equals("DateStyle")) {
            DateStyle base = text.strip().equalsIgnoreCase("default")
                    ? style(variable.reset.text())
                    : style(variable.current.text());
            return SettingChecks.print(SettingChecks.dateStyle(text, base));
        }
        return variable.setting.parse(written, text);
    }

    private void change(Variable variable, Value value, boolean local) {
        if (level > 0) {
            save(variable, local);
        }
        variable.current = value;
        changes++;
    }

    private void save(Variable variable, boolean local) {
        Saved top = variable.stack.peek();
        if (top == null || top.level() < level) {
            variable.stack.push(new Saved(level, local ? State.LOCAL : State.SET, variable.current, null));
        } else if (!local) {
            replaceTop(variable, new Saved(level, State.SET, top.prior(), null));
        } else if (top.state() == State.SET) {
            replaceTop(variable, new Saved(level, State.SET_LOCAL, top.prior(), variable.current));
        }
    }

    private static void replaceTop(Variable variable, Saved saved) {
        variable.stack.pop();
        variable.stack.push(saved);
    }

    /// A transaction or a savepoint in it begins; gives the level to end it with.
    public int begin() {
        return ++level;
    }

    /// Ends that level and those inside it, with their changes kept or undone.
    public void end(int endedLevel, boolean commit) {
        while (level >= endedLevel) {
            for (Variable variable : variables.values()) {
                Saved top = variable.stack.peek();
                if (top != null && top.level() == level) {
                    variable.stack.pop();
                    end(variable, top, commit);
                    changes++;
                }
            }
            level--;
        }
    }

    private static void end(Variable variable, Saved top, boolean commit) {
        if (!commit) {
            variable.current = top.prior();
        } else if (top.level() == 1) {
            switch (top.state()) {
                case SET -> {}
                case LOCAL -> variable.current = top.prior();
                case SET_LOCAL -> variable.current = top.masked();
            }
        } else {
            Saved outer = variable.stack.peek();
            variable.stack.push(
                    outer == null || outer.level() < top.level() - 1
                            ? new Saved(top.level() - 1, top.state(), top.prior(), top.masked())
                            : merge(variable.stack.pop(), top));
        }
    }

    private static Saved merge(Saved outer, Saved inner) {
        return switch (inner.state()) {
            case SET -> new Saved(outer.level(), State.SET, outer.prior(), null);
            case LOCAL ->
                outer.state() == State.SET
                        ? new Saved(outer.level(), State.SET_LOCAL, outer.prior(), inner.prior())
                        : outer;
            case SET_LOCAL -> new Saved(outer.level(), State.SET_LOCAL, outer.prior(), inner.masked());
        };
    }

    public ZoneId timeZone() {
        return Zones.find(show("TimeZone"));
    }

    public DateStyle dateStyle() {
        return style(show("DateStyle"));
    }

    private static DateStyle style(String text) {
        return SettingChecks.dateStyle(text, new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY));
    }

    public IntervalStyle intervalStyle() {
        return IntervalStyle.valueOf(show("IntervalStyle").toUpperCase(Locale.ROOT));
    }

    public int extraFloatDigits() {
        return Integer.parseInt(show("extra_float_digits"));
    }

    public boolean byteaHex() {
        return show("bytea_output").equals("hex");
    }
}
