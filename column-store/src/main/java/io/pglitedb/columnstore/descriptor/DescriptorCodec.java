package io.pglitedb.columnstore.descriptor;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Descriptor ↔ bytes. `varint` is unsigned LEB128, `long` a big-endian int64.
/// ```
///   version 01 | file name: varint, UTF-8 | file length long | tail: offset long, CRC-32 int32
///   | schema version varint | groups: varint, then of each: rows varint, first rowid long, last rowid long
///   | columns: varint, then of each: field id varint, type OID int32, typmod int32, zone of all, zone of each group
///   zone = low | high | nulls long | distinct long      low, high = 00 none | varint(length + 1) bytes
/// ```
public final class DescriptorCodec {
    private static final int VERSION = 1;

    private DescriptorCodec() {}

    public static byte[] encode(SegmentDescriptor descriptor) {
        ByteWriter out = new ByteWriter(256);
        out.putByte(VERSION);
        putBytes(descriptor.fileName().getBytes(StandardCharsets.UTF_8), out);
        FileTail tail = descriptor.tail();
        out.putLong(tail.fileLength()).putLong(tail.offset()).putInt(tail.checksum());
        out.putVarInt(descriptor.schemaVersion());
        out.putVarInt(descriptor.groups().size());
        for (GroupSummary group : descriptor.groups()) {
            out.putVarInt(group.rowCount()).putLong(group.firstRowid()).putLong(group.lastRowid());
        }
        out.putVarInt(descriptor.columns().size());
        for (ColumnSummary column : descriptor.columns()) {
            out.putVarInt(column.fieldId())
                    .putInt(column.type().oid())
                    .putInt(column.type().typmod());
            putZone(column.whole(), out);
            column.groups().forEach(zone -> putZone(zone, out));
        }
        return out.toByteArray();
    }

    private static void putBytes(byte[] bytes, ByteWriter out) {
        out.putVarInt(bytes.length).putBytes(bytes);
    }

    private static void putZone(ZoneMap zone, ByteWriter out) {
        putBound(zone.low(), out);
        putBound(zone.high(), out);
        out.putLong(zone.nullCount()).putLong(zone.distinct());
    }

    private static void putBound(byte[] bound, ByteWriter out) {
        if (bound == null) {
            out.putByte(0);
        } else {
            out.putVarInt(bound.length + 1).putBytes(bound);
        }
    }

    /// 0A000 for a newer version, XX001 for bytes that are no descriptor.
    public static SegmentDescriptor decode(byte[] bytes, int offset, int length) {
        ByteReader in = new ByteReader(bytes, offset, length);
        try {
            int version = in.getUnsignedByte();
            if (version != VERSION) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED, "segment descriptor has version %d".formatted(version));
            }
            return decode(in);
        } catch (IllegalArgumentException damage) {
            throw damaged(damage);
        } catch (PgException damage) {
            if (damage.state() == SqlState.PROTOCOL_VIOLATION) {
                throw damaged(damage);
            }
            throw damage;
        }
    }

    private static PgException damaged(RuntimeException cause) {
        return new PgException(SqlState.DATA_CORRUPTED, "invalid segment descriptor in the manifest", cause);
    }

    private static SegmentDescriptor decode(ByteReader in) {
        String fileName = in.getString(in.getVarInt());
        FileTail tail = new FileTail(in.getLong(), in.getLong(), in.getInt());
        int schemaVersion = in.getVarInt();
        List<GroupSummary> groups = new ArrayList<>();
        int groupCount = in.getVarInt();
        for (int group = 0; group < groupCount; group++) {
            groups.add(new GroupSummary(in.getVarInt(), in.getLong(), in.getLong()));
        }
        List<ColumnSummary> columns = new ArrayList<>();
        int columnCount = in.getVarInt();
        for (int column = 0; column < columnCount; column++) {
            int fieldId = in.getVarInt();
            SqlType type = new SqlType(in.getInt(), in.getInt());
            ZoneMap whole = takeZone(in);
            List<ZoneMap> zones = new ArrayList<>();
            for (int group = 0; group < groupCount; group++) {
                zones.add(takeZone(in));
            }
            columns.add(new ColumnSummary(fieldId, type, whole, zones));
        }
        return new SegmentDescriptor(fileName, tail, schemaVersion, groups, columns);
    }

    private static ZoneMap takeZone(ByteReader in) {
        return new ZoneMap(takeBound(in), takeBound(in), in.getLong(), in.getLong());
    }

    private static byte[] takeBound(ByteReader in) {
        int length = in.getVarInt();
        return length == 0 ? null : in.getBytes(length - 1);
    }
}
