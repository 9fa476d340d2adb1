package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/// A Parquet file of anybody's. 58030 when it cannot be read, XX001 when it is not what it says.
public final class ForeignFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /// A column without columns in it.
    ///
    /// @param leaf number among all leaves of the schema
    record Leaf(SchemaElement element, int leaf, ForeignType type) {
        boolean optional() {
            return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        }
    }

    private final RangeFile file;
    private final FileMetaData meta;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();

    private ForeignFile(RangeFile file) {
        this.file = file;
        this.meta = metaData(file);
        List<SchemaElement> schema = meta.getSchema();
        int leaf = 0;
        for (int index = 1; index < schema.size(); ) {
            SchemaElement element = schema.get(index);
            int size = size(schema, index);
            boolean flat = size == 1 && element.getRepetition_type() != FieldRepetitionType.REPEATED;
            if (flat) {
                leaves.add(new Leaf(element, leaf, ForeignType.of(element)));
            } else {
                nested.add(element.getName());
            }
            for (int inner = index; inner < index + size; inner++) {
                leaf += schema.get(inner).isSetType() ? 1 : 0;
            }
            index += size;
        }
    }

    /// Elements of the subtree that starts there.
    private static int size(List<SchemaElement> schema, int root) {
        int size = 1;
        for (int child = 0; child < schema.get(root).getNum_children(); child++) {
            size += size(schema, root + size);
        }
        return size;
    }

    public static ForeignFile open(Path path) {
        RangeFile file = new RangeFile(path);
        boolean whole = false;
        try {
            ForeignFile opened = new ForeignFile(file);
            whole = true;
            return opened;
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    private static FileMetaData metaData(RangeFile file) {
        if (file.length() < MAGIC.length + TAIL) {
            throw FileErrors.damaged(file.path(), "no Parquet file");
        }
        byte[] tail = file.read(file.length() - TAIL, TAIL, 0);
        if (LittleEndian.getInt(tail, Integer.BYTES) != LittleEndian.getInt(MAGIC, 0)) {
            throw FileErrors.damaged(file.path(), "no Parquet file");
        }
        int length = LittleEndian.getInt(tail, 0);
        byte[] bytes = file.read(file.length() - TAIL - length, length, 0);
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
    }

    public long rowCount() {
        return meta.getNum_rows();
    }

    public List<String> columns() {
        return leaves.stream().map(leaf -> leaf.element.getName()).toList();
    }

    /// -1 when the file has none of that name; 0A000 when it is a nested one.
    public int indexOf(String column) {
        if (nested.contains(column)) {
            throw PgException.notSupported("nested column \"%s\" of file \"%s\"".formatted(column, file.path()));
        }
        return columns().indexOf(column);
    }

    public SqlType type(int column) {
        return leaves.get(column).type.type();
    }

    /// All rows, some columns.
    public ForeignRows rows(int[] columns) {
        List<Leaf> chosen = new ArrayList<>();
        for (int column : columns) {
            chosen.add(leaves.get(column));
        }
        return new ForeignRows(file, meta, chosen);
    }

    @Override
    public void close() {
        file.close();
    }
}
