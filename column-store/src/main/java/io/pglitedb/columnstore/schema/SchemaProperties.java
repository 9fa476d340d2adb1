package io.pglitedb.columnstore.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the key/value metadata of a segment's file say of its columns: for people with a file and no catalog, and
/// to notice a file that is not the one the manifest means.
public final class SchemaProperties {
    public static final String FORMAT = "pglitedb.format";
    public static final String SCHEMA_VERSION = "pglitedb.schema_version";
    /// A line per column: field id, type OID, typmod, name.
    public static final String COLUMNS = "pglitedb.columns";

    /// CRC-32 of each bloom filter's bits in the order of the file, hexadecimal: nothing else in the file guards
    /// them.
    public static final String BLOOM_CHECKSUMS = "pglitedb.bloom_crc";

    private static final int FORMAT_VERSION = 1;

    private SchemaProperties() {}

    public static Map<String, String> of(SegmentSchema schema) {
        StringBuilder columns = new StringBuilder();
        for (SegmentColumn column : schema.columns()) {
            columns.append(column.fieldId())
                    .append(' ')
                    .append(Integer.toUnsignedString(column.type().oid()))
                    .append(' ')
                    .append(column.type().typmod())
                    .append(' ')
                    .append(column.name().replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n');
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(FORMAT, Integer.toString(FORMAT_VERSION));
        properties.put(SCHEMA_VERSION, Integer.toString(schema.version()));
        properties.put(COLUMNS, columns.toString());
        return properties;
    }
}
