package io.pglitedb.columnstore.write;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;

/// The older way to say what a logical type says, for older readers.
final class LegacyTypes {
    private LegacyTypes() {}

    static void describe(LogicalType logical, SchemaElement leaf) {
        if (logical.isSetDECIMAL()) {
            leaf.setConverted_type(ConvertedType.DECIMAL);
            leaf.setPrecision(logical.getDECIMAL().getPrecision());
            leaf.setScale(logical.getDECIMAL().getScale());
        } else if (logical.isSetINTEGER()) {
            leaf.setConverted_type(integer(
                    logical.getINTEGER().getBitWidth(), logical.getINTEGER().isIsSigned()));
        } else if (logical.isSetSTRING()) {
            leaf.setConverted_type(ConvertedType.UTF8);
        } else if (logical.isSetJSON()) {
            leaf.setConverted_type(ConvertedType.JSON);
        } else if (logical.isSetDATE()) {
            leaf.setConverted_type(ConvertedType.DATE);
        } else if (logical.isSetTIMESTAMP() && logical.getTIMESTAMP().isIsAdjustedToUTC()) {
            leaf.setConverted_type(ConvertedType.TIMESTAMP_MICROS);
        }
    }

    private static ConvertedType integer(int bits, boolean signed) {
        return switch (bits) {
            case 8 -> signed ? ConvertedType.INT_8 : ConvertedType.UINT_8;
            case 16 -> signed ? ConvertedType.INT_16 : ConvertedType.UINT_16;
            case 32 -> signed ? ConvertedType.INT_32 : ConvertedType.UINT_32;
            default -> signed ? ConvertedType.INT_64 : ConvertedType.UINT_64;
        };
    }
}
