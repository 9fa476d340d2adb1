package io.pglitedb.regress.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pgjdbc's `DatabaseMetaData` says of `client/schema.sql` is what it says of PostgreSQL 15, which
/// `client/metadata.txt` holds. `main` records it again.
final class MetadataTest {
    /// Connection properties, what the two servers must differ in, and what only the driver knows.
    private static final Set<String> LEFT_OUT =
            Set.of("getConnection", "getURL", "getDatabaseProductVersion", "getDriverVersion");
    /// Of the functions that PostgreSQL does not have.
    private static final String OWN_SCHEMA = "pglitedb|DB|\n";

    private static final List<String> RELATIONS = List.of("customer", "orders", "base", "v_orders", "mv", "%");

    @FunctionalInterface
    private interface Question {
        ResultSet ask(DatabaseMetaData metadata) throws SQLException;
    }

    /// Prints the answers of the server behind a JDBC URL, in a database of its own.
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            System.out.print(describe(connection));
        }
    }

    @Test
    void answersArePostgresqls(@TempDir Path directory) throws IOException, SQLException {
        try (RunningServer server = new RunningServer(directory);
                Connection connection = server.connect()) {
            assertEquals(resource("metadata.txt"), describe(connection).replace(OWN_SCHEMA, ""));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MetadataTest.class.getResourceAsStream("/client/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String describe(Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(resource("schema.sql"));
        }
        StringBuilder text = new StringBuilder();
        DatabaseMetaData metadata = connection.getMetaData();
        for (Map.Entry<String, Question> question : questions().entrySet()) {
            text.append("== ").append(question.getKey()).append('\n');
            try (ResultSet rows = question.getValue().ask(metadata)) {
                write(rows, connection.getCatalog(), text);
            }
        }
        properties(metadata, text);
        return text.toString();
    }

    private static Map<String, Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (String name : RELATIONS) {
            questions.put("tables " + name, metadata -> metadata.getTables(null, "shop", name, null));
            questions.put("columns " + name, metadata -> metadata.getColumns(null, "shop", name, "%"));
            questions.put("primary key " + name, metadata -> metadata.getPrimaryKeys(null, "shop", name));
            questions.put("imported keys " + name, metadata -> metadata.getImportedKeys(null, "shop", name));
            questions.put("exported keys " + name, metadata -> metadata.getExportedKeys(null, "shop", name));
            questions.put("best row " + name, metadata -> metadata.getBestRowIdentifier(null, "shop", name, 2, true));
            questions.put("version " + name, metadata -> metadata.getVersionColumns(null, "shop", name));
            questions.put("privileges " + name, metadata -> metadata.getTablePrivileges(null, "shop", name));
            questions.put("rights " + name, metadata -> metadata.getColumnPrivileges(null, "shop", name, "%"));
        }
        questions.put(
                "cross reference",
                metadata -> metadata.getCrossReference(null, "shop", "customer", null, "shop", "orders"));
        questions.put("schemas", DatabaseMetaData::getSchemas);
        questions.put("table types", DatabaseMetaData::getTableTypes);
        questions.put("functions", metadata -> metadata.getFunctions(null, "shop", "%"));
        questions.put("function columns", metadata -> metadata.getFunctionColumns(null, "shop", "%", "%"));
        questions.put("procedures", metadata -> metadata.getProcedures(null, "shop", "%"));
        questions.put("procedure columns", metadata -> metadata.getProcedureColumns(null, "shop", "%", "%"));
        questions.put("types", metadata -> metadata.getUDTs(null, "shop", "%", null));
        questions.put("system columns", metadata -> metadata.getColumns(null, "pg_catalog", "pg_class", "%"));
        questions.put("system functions", metadata -> metadata.getFunctions(null, "pg_catalog", "array%"));
        questions.put("standard columns", metadata -> metadata.getColumns(null, "information_schema", "columns", "%"));
        return questions;
    }

    /// Names of databases and OIDs in specific names of functions are the server's own.
    private static void write(ResultSet rows, String database, StringBuilder text) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                String value = String.valueOf(rows.getString(column));
                String name = rows.getMetaData().getColumnName(column).toUpperCase(Locale.ROOT);
                boolean inDatabase = name.matches(".*_CAT(ALOG)?") && value.equals(database);
                boolean specific = name.equals("SPECIFIC_NAME");
                text.append(specific ? value.replaceFirst("_\\d+$", "") : inDatabase ? "DB" : value)
                        .append('|');
            }
            text.append('\n');
        }
    }

    /// What takes no arguments and gives no rows.
    private static void properties(DatabaseMetaData metadata, StringBuilder text) {
        Arrays.stream(DatabaseMetaData.class.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType() != ResultSet.class
                        && !LEFT_OUT.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> text.append(method.getName())
                        .append(' ')
                        .append(property(metadata, method))
                        .append('\n'));
    }

    private static String property(DatabaseMetaData metadata, Method method) {
        try {
            return String.valueOf(method.invoke(metadata));
        } catch (InvocationTargetException failed) {
            return "failed: " + failed.getCause().getMessage();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
