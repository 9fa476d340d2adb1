package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.Forms;
import io.pglitedb.columnstore.form.StoredForm;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;

/// The footer, checked against what the manifest says and turned into what reading needs.
///
/// @param rowids the rowid column
/// @param columns in the order of the schema
/// @param groupRows rows of each row group
record SegmentLayout(ColumnLayout rowids, List<ColumnLayout> columns, int[] groupRows) {
    private static final int INT8 = 20;

    static SegmentLayout of(RangeFile file, FileMetaData meta, SegmentSchema schema) {
        Leaves leaves = new Leaves(file, meta);
        SqlType int8 = SqlType.of(INT8);
        ColumnForm rowidForm = Forms.toRead(int8, BuiltinTypes.get(INT8), null);
        ColumnLayout rowids = leaves.column(leaves.require(SegmentSchema.ROWID_FIELD), rowidForm, List.of());
        List<ColumnLayout> columns = new ArrayList<>();
        for (SegmentColumn column : schema.columns()) {
            int leaf = leaves.require(column.fieldId());
            SchemaElement element = leaves.elements.get(leaf);
            ColumnForm form = Forms.toRead(column.type(), column.values(), element.getLogicalType());
            Integer exceptions = leaves.byName.get(element.getName() + ColumnForm.EXCEPTIONS_SUFFIX);
            List<ChunkLayout> exceptionChunks =
                    exceptions == null || leaves.elements.get(exceptions).isSetField_id()
                            ? List.of()
                            : leaves.column(exceptions, new StoredForm(column.values()), List.of())
                                    .chunks();
            columns.add(leaves.column(leaf, form, exceptionChunks));
        }
        int[] rows = meta.getRow_groups().stream()
                .mapToInt(group -> (int) group.getNum_rows())
                .toArray();
        return new SegmentLayout(rowids, columns, rows);
    }

    /// The leaf columns of the file's schema, which has no inner nodes.
    private static final class Leaves {
        private final RangeFile file;
        private final FileMetaData meta;
        private final List<SchemaElement> elements;
        private final Map<Integer, Integer> byFieldId = new HashMap<>();
        private final Map<String, Integer> byName = new HashMap<>();

        Leaves(RangeFile file, FileMetaData meta) {
            this.file = file;
            this.meta = meta;
            this.elements = meta.getSchema().subList(1, meta.getSchemaSize());
            for (int leaf = 0; leaf < elements.size(); leaf++) {
                SchemaElement element = elements.get(leaf);
                if (element.isSetField_id()) {
                    byFieldId.put(element.getField_id(), leaf);
                }
                byName.put(element.getName(), leaf);
            }
        }

        int require(int fieldId) {
            Integer leaf = byFieldId.get(fieldId);
            if (leaf == null) {
                throw FileErrors.damaged(file.path(), "no column with field id " + fieldId);
            }
            return leaf;
        }

        ColumnLayout column(int leaf, ColumnForm form, List<ChunkLayout> exceptions) {
            SchemaElement element = elements.get(leaf);
            if (element.getType() != form.physical().type()) {
                throw FileErrors.damaged(
                        file.path(), "column \"%s\" holds %s".formatted(element.getName(), element.getType()));
            }
            boolean required = element.getRepetition_type() == FieldRepetitionType.REQUIRED;
            List<ChunkLayout> chunks = new ArrayList<>();
            for (RowGroup group : meta.getRow_groups()) {
                if (group.getColumnsSize() != elements.size()) {
                    throw FileErrors.damaged(file.path(), "a row group without all columns");
                }
                ColumnChunk chunk = group.getColumns().get(leaf);
                if (!chunk.isSetMeta_data() || !chunk.isSetOffset_index_offset()) {
                    throw FileErrors.damaged(file.path(), "no page index");
                }
                chunks.add(ChunkLayout.of(chunk, required));
            }
            return new ColumnLayout(element.getName(), form, chunks, exceptions);
        }
    }
}
