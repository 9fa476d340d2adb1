package io.pglitedb.regress.engine;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every query of `queries.sql` has the same answer over hot rows, over cold ones, and over some of each.
final class ColdRowsTest {
    @Test
    void queriesAnswerTheSame(@TempDir Path directory) throws SQLException, IOException {
        try (RunningServer server = new RunningServer(directory);
                Connection connection = server.connect("preferQueryMode", "simple")) {
            BothEngines engines = new BothEngines(connection);
            for (String statement : BothEngines.script("/engine/setup.sql")) {
                engines.run(statement);
            }
            List<String> queries = BothEngines.script("/engine/queries.sql");
            for (String query : queries) {
                engines.demandSame(query);
            }
            engines.tier();
            for (String query : queries) {
                engines.demandUnchanged(query);
            }
            engines.run("UPDATE t SET n = n WHERE i % 3 = 0");
            for (String query : queries) {
                // Hot rows come behind their page: sums of floats differ in their last digits, and the last of equal
                // values is another one.
                if (!query.contains("(f)") && !query.contains("'-0")) {
                    engines.demandUnchanged(query);
                }
            }
        }
    }
}
