package io.pglitedb.regress.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.planner.ast.AstExpr.FloatConst;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.ast.AstExpr.ParamRef;
import io.pglitedb.planner.ast.AstExpr.StringConst;
import io.pglitedb.planner.parser.ParameterizedStatement;
import io.pglitedb.planner.parser.ParameterizedStatement.Literal;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.regress.Recording;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every statement of PostgreSQL's suite that the plan cache would take: its tree with parameters is that of the
/// plain statement, with a parameter exactly where the literal of that number stands.
final class ParameterizedStatementsTest {
    @Test
    void parametersStandWhereTheLiteralsDo() throws ReflectiveOperationException {
        int literals = 0;
        List<String> wrong = new ArrayList<>();
        for (String[] fields : Recording.read("/parser/verdicts.tsv.gz")) {
            String sql = fields[4];
            Optional<ParameterizedStatement> statement = ParameterizedStatement.of(sql, ParserSettings.DEFAULT);
            if (statement.isEmpty() || statement.get().literals().isEmpty() || !fields[1].equals("ok")) {
                continue;
            }
            literals += statement.get().literals().size();
            Object plain =
                    SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst().statement();
            Object parameterized = statement.get().parse().statement();
            if (!same(plain, parameterized, statement.get().literals())) {
                wrong.add(sql);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(literals > 13_000, "literals: " + literals);
    }

    private static boolean same(Object plain, Object parameterized, List<Literal> literals)
            throws ReflectiveOperationException {
        if (parameterized instanceof ParamRef parameter) {
            return isLiteral(plain, literals.get(parameter.number() - 1));
        }
        if (plain instanceof List<?> list) {
            boolean same = parameterized instanceof List<?> other && other.size() == list.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), ((List<?>) parameterized).get(i), literals);
            }
            return same;
        }
        if (!(plain instanceof Record)) {
            return plain == null ? parameterized == null : plain.equals(parameterized);
        }
        boolean same = parameterized != null && plain.getClass() == parameterized.getClass();
        for (RecordComponent component : plain.getClass().getRecordComponents()) {
            same = same
                    && same(
                            component.getAccessor().invoke(plain),
                            component.getAccessor().invoke(parameterized),
                            literals);
        }
        return same;
    }

    /// A unary plus is no part of the plain tree's constant.
    private static boolean isLiteral(Object plain, Literal literal) {
        return switch (plain) {
            case IntegerConst constant ->
                Integer.toString(constant.value()).equals(literal.text()) && constant.location() == literal.location();
            case FloatConst constant ->
                constant.digits().equals(literal.text()) && constant.location() == literal.location();
            case StringConst constant ->
                constant.value().equals(literal.text()) && constant.location() == literal.location();
            case OperatorExpr plus ->
                plus.name().equals(List.of("+"))
                        && plus.left() == null
                        && plus.location() == literal.location()
                        && (plus.right() instanceof IntegerConst || plus.right() instanceof FloatConst);
            case null, default -> false;
        };
    }
}
