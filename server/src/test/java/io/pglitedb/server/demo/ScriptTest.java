package io.pglitedb.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchTable;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void scriptsAreStatementsOfOurGrammar() {
        for (String name : List.of("schema.sql", "queries.sql")) {
            for (String statement : Script.read(name).statements()) {
                assertEquals(
                        1, SqlParser.parse(statement, ParserSettings.DEFAULT).size(), statement);
            }
        }
    }

    @Test
    void queriesHaveTitles() {
        for (String query : Script.read("queries.sql").statements()) {
            assertTrue(query.startsWith("-- "), query);
        }
    }

    /// The generator's lines go into the tables as they are.
    @Test
    void tablesHaveTheGeneratorsColumns() {
        for (TpchTable<?> table : TpchTable.getTables()) {
            String definition = Script.read("schema.sql").statements().stream()
                    .filter(statement -> statement.startsWith("CREATE TABLE " + table.getTableName() + " ("))
                    .findFirst()
                    .orElseThrow();
            List<String> columns = Pattern.compile("(?m)^ *([a-z]+_[a-z]+) ")
                    .matcher(definition)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertEquals(
                    table.getColumns().stream().map(TpchColumn::getColumnName).toList(), columns);
        }
    }
}
