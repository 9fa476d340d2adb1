package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.StringConst;
import io.pglitedb.planner.ast.AstExpr.TypeCast;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.ast.SessionStatement.Reset;
import io.pglitedb.planner.ast.SessionStatement.SetConstraints;
import io.pglitedb.planner.ast.SessionStatement.SetFromCurrent;
import io.pglitedb.planner.ast.SessionStatement.SetSnapshot;
import io.pglitedb.planner.ast.SessionStatement.SetTransaction;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import io.pglitedb.planner.ast.SessionStatement.Show;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Keywords.Category;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// SET, RESET and SHOW in all their spellings, SET CONSTRAINTS too.
final class SettingParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    SettingParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement set() {
        tokens.next();
        if (tokens.at("constraints") && !isAssignment(1)) {
            return constraints();
        }
        boolean local = tokens.at("local") && !isAssignment(1);
        boolean session = tokens.at("session")
                && !isAssignment(1)
                && !tokens.peek(1).is("authorization")
                && !tokens.peek(1).is("characteristics");
        if (local || session) {
            tokens.next();
        }
        return clause(local);
    }

    /// SetResetClause of ALTER ROLE and ALTER DATABASE.
    SessionStatement setOrReset() {
        if (tokens.at("reset")) {
            return reset();
        }
        tokens.expect("set");
        return clause(false);
    }

    /// FunctionSetResetClause: of what is said about transactions a function may have the snapshot only.
    SessionStatement functionClause() {
        if (tokens.at("set", "session") && tokens.peek(2).is("characteristics")) {
            tokens.next();
            tokens.next();
            throw tokens.syntaxError();
        }
        boolean transaction = tokens.at("set", "transaction") && !isAssignment(2);
        if (transaction && !tokens.peek(2).is("snapshot")) {
            tokens.next();
            tokens.next();
            throw tokens.syntaxError();
        }
        return setOrReset();
    }

    /// set_rest
    private SessionStatement clause(boolean local) {
        if (tokens.accept("session", "characteristics")) {
            tokens.expect("as");
            tokens.expect("transaction");
            return new SetTransaction(grammar.transactions.modes(), true, local);
        }
        if (tokens.at("transaction") && !isAssignment(1)) {
            tokens.next();
            if (tokens.accept("snapshot")) {
                return new SetSnapshot(tokens.expectString(), local);
            }
            return new SetTransaction(grammar.transactions.modes(), false, local);
        }
        return variable(local);
    }

    private boolean isAssignment(int ahead) {
        Token token = tokens.peek(ahead);
        return token.is("to") || token.is("=") || token.is(".") || token.is("from");
    }

    private Statement constraints() {
        tokens.next();
        List<RangeVar> names = new ArrayList<>();
        if (!tokens.accept("all")) {
            do {
                names.add(grammar.names.qualifiedName());
            } while (tokens.accept(","));
        }
        boolean deferred = tokens.accept("deferred");
        if (!deferred) {
            tokens.expect("immediate");
        }
        return new SetConstraints(List.copyOf(names), deferred);
    }

    private SessionStatement variable(boolean local) {
        if (!isAssignment(1)) {
            SessionStatement special = special(local);
            if (special != null) {
                return special;
            }
        }
        String name = name();
        if (tokens.accept("from")) {
            tokens.expect("current");
            return new SetFromCurrent(name, local);
        }
        return assignment(name, local);
    }

    /// ALTER SYSTEM's SET name = value, or RESET name.
    SessionStatement generic() {
        if (tokens.accept("reset")) {
            return new Reset(tokens.accept("all") ? null : name());
        }
        tokens.expect("set");
        return assignment(name(), false);
    }

    private SessionStatement assignment(String name, boolean local) {
        if (!tokens.accept("to")) {
            tokens.expect("=");
        }
        return new SetVariable(name, tokens.accept("default") ? List.of() : values(), local);
    }

    /// The spellings that the standard has for some settings; null, and nothing read, when it is none of them.
    private SessionStatement special(boolean local) {
        int location = tokens.location();
        if (tokens.accept("time", "zone")) {
            return new SetVariable("timezone", zone(), local);
        }
        if (tokens.accept("schema")) {
            return new SetVariable("search_path", List.of(string()), local);
        }
        if (tokens.accept("names")) {
            boolean plain = !tokens.at(Kind.STRING);
            if (plain && tokens.accept("default") || plain && (tokens.at(";") || tokens.at(Kind.END))) {
                return new SetVariable("client_encoding", List.of(), local);
            }
            return new SetVariable("client_encoding", List.of(string()), local);
        }
        if (tokens.accept("role")) {
            return new SetVariable("role", List.of(wordOrString()), local);
        }
        if (tokens.accept("session", "authorization")) {
            List<AstExpr> role = tokens.accept("default") ? List.of() : List.of(wordOrString());
            return new SetVariable("session_authorization", role, local);
        }
        if (tokens.accept("xml")) {
            tokens.expect("option");
            int option = tokens.location();
            boolean document = tokens.accept("document");
            if (!document) {
                tokens.expect("content");
            }
            return new SetVariable(
                    "xmloption", List.of(new StringConst(document ? "DOCUMENT" : "CONTENT", option)), local);
        }
        if (tokens.at("catalog") && tokens.peek(1).kind() == Kind.STRING) {
            throw tokens.errorAt(SqlState.FEATURE_NOT_SUPPORTED, "current database cannot be changed", location);
        }
        return null;
    }

    private AstExpr string() {
        int location = tokens.location();
        return new StringConst(tokens.expectString(), location);
    }

    private List<AstExpr> zone() {
        if (tokens.accept("default") || tokens.accept("local")) {
            return List.of();
        }
        int location = tokens.location();
        if (tokens.at("interval")) {
            TypeName type = grammar.types.builtIn(true);
            AstExpr literal = string();
            int field = tokens.location();
            TypeName interval = type.intervalMask() < 0 ? grammar.types.intervalFields(type) : type;
            int mask = interval.intervalMask();
            int allowed = TypeName.HOUR | TypeName.MINUTE;
            if (mask >= 0 && mask != TypeName.FULL_RANGE && (mask & ~allowed) != 0) {
                throw tokens.error("time zone interval must be HOUR or HOUR TO MINUTE", tokenAt(field));
            }
            return List.of(new TypeCast(literal, interval, location));
        }
        if (tokens.at(Kind.IDENTIFIER)) {
            return List.of(new StringConst(tokens.next().text(), location));
        }
        return List.of(tokens.at(Kind.STRING) ? string() : grammar.primaries.signedNumber());
    }

    private Token tokenAt(int location) {
        for (int back = 0; ; back--) {
            if (tokens.peek(back).start() <= location) {
                return tokens.peek(back);
            }
        }
    }

    private List<AstExpr> values() {
        List<AstExpr> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.accept(","));
        return List.copyOf(values);
    }

    /// A word, a string, or a number: also the value of an option of EXPLAIN, VACUUM, COPY.
    AstExpr value() {
        int location = tokens.location();
        if (tokens.at("true") || tokens.at("false") || tokens.at("on")) {
            return new StringConst(tokens.next().text(), location);
        }
        boolean number = tokens.at(Kind.INTEGER) || tokens.at(Kind.FLOAT) || tokens.at("+") || tokens.at("-");
        return number ? grammar.primaries.signedNumber() : wordOrString();
    }

    /// NonReservedWord_or_Sconst
    AstExpr wordOrString() {
        int location = tokens.location();
        return new StringConst(nonReservedWordOrString(), location);
    }

    String nonReservedWordOrString() {
        return tokens.at(Kind.STRING) ? tokens.next().text() : nonReservedWord();
    }

    String nonReservedWord() {
        Token token = tokens.peek();
        boolean word = token.kind() == Kind.IDENTIFIER
                || token.kind() == Kind.KEYWORD && token.keyword().category() != Category.RESERVED;
        if (!word) {
            throw tokens.syntaxError();
        }
        return tokens.next().text();
    }

    /// var_name
    String name() {
        StringBuilder name = new StringBuilder(tokens.columnName());
        while (tokens.accept(".")) {
            name.append('.').append(tokens.columnName());
        }
        return name.toString();
    }

    SessionStatement reset() {
        tokens.next();
        return new Reset(target());
    }

    Statement show() {
        tokens.next();
        return new Show(target());
    }

    private String target() {
        if (tokens.accept("all")) {
            return null;
        }
        if (tokens.accept("time", "zone")) {
            return "timezone";
        }
        if (tokens.accept("session", "authorization")) {
            return "session_authorization";
        }
        if (tokens.accept("transaction", "isolation")) {
            tokens.expect("level");
            return "transaction_isolation";
        }
        return name();
    }
}
