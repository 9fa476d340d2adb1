package io.pglitedb.regress.engine;

import io.pglitedb.regress.session.RunningServer;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The queries of TPC-H, at a small scale, give the same answers in both engines, over hot rows and cold ones.
final class TpchTest {
    private static final double SCALE = 0.01;

    @Test
    void queriesAnswerTheSame(@TempDir Path directory) throws SQLException, IOException {
        try (RunningServer server = new RunningServer(directory);
                Connection connection = server.connect("preferQueryMode", "simple")) {
            BothEngines engines = new BothEngines(connection);
            try (InputStream in = TpchTest.class.getResourceAsStream("/io/pglitedb/server/demo/schema.sql")) {
                engines.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            for (TpchTable<?> table : TpchTable.getTables()) {
                load(connection, table);
            }
            engines.run("ANALYZE");
            for (String query : BothEngines.script("/engine/tpch.sql")) {
                engines.demandSame(query);
            }
            engines.tier();
            for (String query : BothEngines.script("/engine/tpch.sql")) {
                engines.demandUnchanged(query);
            }
        }
    }

    private static void load(Connection connection, TpchTable<?> table) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.getTableName() + " FROM STDIN WITH (DELIMITER '|')");
        for (TpchEntity row : table.createGenerator(SCALE, 1, 1)) {
            String line = row.toLine();
            byte[] bytes = (line.substring(0, line.length() - 1) + "\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }
}
