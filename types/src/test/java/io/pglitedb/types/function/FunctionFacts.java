package io.pglitedb.types.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What PostgreSQL 15 says of its functions: resource `pg_proc_facts.tsv`.
public final class FunctionFacts {
    private FunctionFacts() {}

    /// @param arguments OIDs
    public record Fact(String prosrc, boolean strict, boolean returnsSet, int result, List<Integer> arguments) {}

    public static List<Fact> all() throws IOException {
        try (InputStream in = FunctionFacts.class.getResourceAsStream("pg_proc_facts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(FunctionFacts::fact)
                    .toList();
        }
    }

    private static Fact fact(String line) {
        String[] fields = line.split("\t", -1);
        List<Integer> arguments = new ArrayList<>();
        for (String oid : fields[4].isEmpty() ? new String[0] : fields[4].split(" ")) {
            arguments.add(Integer.parseInt(oid));
        }
        return new Fact(
                fields[0], fields[1].equals("t"), fields[2].equals("t"), Integer.parseInt(fields[3]), arguments);
    }
}
