package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.PreparedTransactions.Label;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.serial.SerialTransaction;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// What a prepared transaction needs to be finished by a later process, under the meta key `prepared/` and the
/// identifier's UTF-8 in hexadecimal.
/// ```
///   01 | id int64 | owner int32 | database int32 | prepared at int64 | serializable int8 | identifier
///   catalogs: count, int32 each | drops: count, (space int8, number int32) each
///   locks: count, (mode int8, tag) each | writes: (01 key value | 02 key) each, 00
///   tag = 01 database oid | 02 relation rowid | 03 index hash | 04 database high low variant
/// ```
/// Counts and lengths are varints; texts, keys and values carry theirs in front.
record PreparedRecord(
        Label label,
        long transactionId,
        boolean serializable,
        Set<Integer> changedCatalogs,
        List<Deferred.Drop> drops,
        List<HeldLock> locks,
        byte[] writes) {
    private static final int FORMAT = 1;
    private static final int PUT = 1;
    private static final int DELETE = 2;
    private static final String PREFIX = "prepared/";

    record HeldLock(LockTag tag, LockMode mode) {}

    static byte[] key(String identifier) {
        return StoreKey.meta(PREFIX + HexFormat.of().formatHex(identifier.getBytes(StandardCharsets.UTF_8)));
    }

    /// First of all keys of such records, and the first behind them.
    static byte[] firstKey() {
        return StoreKey.meta(PREFIX);
    }

    static byte[] endKey() {
        return StoreKey.successor(firstKey());
    }

    static byte[] encodeWrites(OwnWrites own) {
        ByteWriter out = new ByteWriter(1024);
        own.forEach(new WriteVisitor() {
            @Override
            public void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int length) {
                out.putByte(PUT).putVarInt(keyLength).putBytes(keys, keyOffset, keyLength);
                out.putVarInt(length).putBytes(values, valueOffset, length);
            }

            @Override
            public void delete(byte[] keys, int keyOffset, int keyLength) {
                out.putByte(DELETE).putVarInt(keyLength).putBytes(keys, keyOffset, keyLength);
            }
        });
        return out.putByte(0).toByteArray();
    }

    void replay(OwnWrites own) {
        ByteReader in = new ByteReader(writes);
        for (int kind = in.getByte(); kind != 0; kind = in.getByte()) {
            byte[] key = in.getBytes(in.getVarInt());
            if (kind == PUT) {
                own.put(key, in.getBytes(in.getVarInt()), 0);
            } else {
                own.delete(key, 0);
            }
        }
    }

    /// Tells what was written, as it was told when it was.
    void tell(SerialTransaction serial) {
        ByteReader in = new ByteReader(writes);
        for (int kind = in.getByte(); kind != 0; kind = in.getByte()) {
            byte[] key = in.getBytes(in.getVarInt());
            if (kind == PUT) {
                in.skip(in.getVarInt());
            }
            int number = StoreKey.number(key, 0);
            if (key[0] == StoreKey.ROW) {
                serial.wroteRow(number, StoreKey.rowid(key, 0));
            } else if (key[0] == StoreKey.INDEX && kind == PUT) {
                serial.wroteIndex(number, Arrays.copyOfRange(key, StoreKey.PREFIX_LENGTH, key.length));
            }
        }
    }

    byte[] encode() {
        ByteWriter out = new ByteWriter(writes.length + 256);
        out.putByte(FORMAT).putLong(transactionId).putInt(label.owner()).putInt(label.database());
        out.putLong(label.preparedAt()).putByte(serializable ? 1 : 0);
        byte[] identifier = label.identifier().getBytes(StandardCharsets.UTF_8);
        out.putVarInt(identifier.length).putBytes(identifier);
        out.putVarInt(changedCatalogs.size());
        changedCatalogs.forEach(out::putInt);
        out.putVarInt(drops.size());
        drops.forEach(drop -> out.putByte(drop.space()).putInt(drop.number()));
        out.putVarInt(locks.size());
        for (HeldLock lock : locks) {
            out.putByte(lock.mode.ordinal());
            putTag(lock.tag, out);
        }
        return out.putBytes(writes).toByteArray();
    }

    private static void putTag(LockTag tag, ByteWriter out) {
        switch (tag) {
            case LockTag.Relation(int database, int oid) ->
                out.putByte(1).putInt(database).putInt(oid);
            case LockTag.Row(int relation, long rowid) ->
                out.putByte(2).putInt(relation).putLong(rowid);
            case LockTag.Key(int index, long hash) ->
                out.putByte(3).putInt(index).putLong(hash);
            case LockTag.Advisory(int database, int high, int low, int variant) ->
                out.putByte(4).putInt(database).putInt(high).putInt(low).putInt(variant);
            case LockTag.TransactionId _ ->
                throw new IllegalArgumentException("a transaction waits for no other: " + tag);
        }
    }

    static PreparedRecord decode(byte[] record) {
        ByteReader in = new ByteReader(record);
        if (in.getByte() != FORMAT) {
            throw new IllegalStateException("a prepared transaction of an unknown format");
        }
        long id = in.getLong();
        int owner = in.getInt();
        int database = in.getInt();
        long preparedAt = in.getLong();
        boolean serializable = in.getByte() != 0;
        String identifier = new String(in.getBytes(in.getVarInt()), StandardCharsets.UTF_8);
        Set<Integer> catalogs = new HashSet<>();
        for (int left = in.getVarInt(); left > 0; left--) {
            catalogs.add(in.getInt());
        }
        List<Deferred.Drop> drops = new ArrayList<>();
        for (int left = in.getVarInt(); left > 0; left--) {
            drops.add(new Deferred.Drop(in.getByte(), in.getInt()));
        }
        List<HeldLock> locks = new ArrayList<>();
        for (int left = in.getVarInt(); left > 0; left--) {
            LockMode mode = LockMode.values()[in.getByte()];
            locks.add(new HeldLock(takeTag(in), mode));
        }
        return new PreparedRecord(
                new Label(identifier, owner, database, preparedAt),
                id,
                serializable,
                catalogs,
                drops,
                locks,
                in.getBytes(in.remaining()));
    }

    private static LockTag takeTag(ByteReader in) {
        return switch (in.getByte()) {
            case 1 -> new LockTag.Relation(in.getInt(), in.getInt());
            case 2 -> new LockTag.Row(in.getInt(), in.getLong());
            case 3 -> new LockTag.Key(in.getInt(), in.getLong());
            case 4 -> new LockTag.Advisory(in.getInt(), in.getInt(), in.getInt(), in.getInt());
            default -> throw new IllegalStateException("a lock of an unknown kind");
        };
    }
}
