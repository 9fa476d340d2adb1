package io.pglitedb.types;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Names of the built-in types as messages show them: `format_type(oid, NULL)`.
public final class TypeNames {
    private static final Int2ObjectMap<String> BY_OID = load();

    private TypeNames() {}

    /// "???" for an OID that is not that of a built-in type, as format_type says.
    public static String of(int oid) {
        return BY_OID.getOrDefault(oid, "???");
    }

    private static Int2ObjectMap<String> load() {
        Int2ObjectMap<String> names = new Int2ObjectOpenHashMap<>();
        try (InputStream in = TypeNames.class.getResourceAsStream("/io/pglitedb/types/catalog/pg_type_io.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).forEach(line -> {
                String[] fields = line.split("\t", -1);
                String name = fields[1].startsWith("_") ? sqlName(fields[1].substring(1)) + "[]" : sqlName(fields[1]);
                names.put(Integer.parseInt(fields[0]), name);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static String sqlName(String name) {
        return switch (name) {
            case "bool" -> "boolean";
            case "int2" -> "smallint";
            case "int4" -> "integer";
            case "int8" -> "bigint";
            case "float4" -> "real";
            case "float8" -> "double precision";
            case "bpchar" -> "character";
            case "varchar" -> "character varying";
            case "varbit" -> "bit varying";
            case "time" -> "time without time zone";
            case "timetz" -> "time with time zone";
            case "timestamp" -> "timestamp without time zone";
            case "timestamptz" -> "timestamp with time zone";
            case "char", "any" -> "\"" + name + "\"";
            default -> name;
        };
    }
}
