package io.pglitedb.executor.largeobject;

import io.pglitedb.executor.largeobject.OpenLargeObjects.Descriptor;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;

/// Large objects as open files.
public final class DescriptorFunctions {
    private static final int WRITE = 0x20000;
    private static final int READ = 0x40000;
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private DescriptorFunctions() {}

    /// @param mode bits; whoever may write may read
    @Prosrc("be_lo_open")
    public static int open(CallContext call, int oid, int mode) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        boolean write = (mode & WRITE) != 0;
        if (!write && (mode & READ) == 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid flags for opening a large object: " + mode);
        }
        if (write) {
            access.session().block().requireWritable("lo_open(INV_WRITE)");
        }
        access.require(oid, Privilege.SELECT);
        if (write) {
            access.require(oid, Privilege.UPDATE);
        }
        return access.session()
                .largeObjects()
                .add(new Descriptor(oid, write, access.session().block().level()));
    }

    private static Descriptor descriptor(CallContext call, int number) {
        return LargeObjectAccess.of(call).session().largeObjects().get(number);
    }

    private static Descriptor writable(CallContext call, int number) {
        Descriptor descriptor = descriptor(call, number);
        if (!descriptor.mayWrite) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "large object descriptor %d was not opened for writing".formatted(number));
        }
        return descriptor;
    }

    @Prosrc("be_lo_close")
    public static int close(CallContext call, int number) {
        LargeObjectAccess.of(call).session().largeObjects().close(number);
        return 0;
    }

    @Prosrc("be_loread")
    public static Bytes read(CallContext call, int number, int count) {
        Descriptor descriptor = descriptor(call, number);
        byte[] bytes =
                LargeObjectAccess.of(call).objects().read(descriptor.oid, descriptor.position, Math.max(0, count));
        descriptor.position += bytes.length;
        return new Bytes(bytes);
    }

    @Prosrc("be_lowrite")
    public static int write(CallContext call, int number, Bytes bytes) {
        Descriptor descriptor = writable(call, number);
        byte[] content = bytes.array();
        LargeObjectAccess.of(call).objects().write(descriptor.oid, descriptor.position, content);
        descriptor.position += content.length;
        return content.length;
    }

    @Prosrc("be_lo_lseek64")
    public static long seek(CallContext call, int number, long offset, int whence) {
        Descriptor descriptor = descriptor(call, number);
        long base = switch (whence) {
            case FROM_START -> 0;
            case FROM_HERE -> descriptor.position;
            case FROM_END -> LargeObjectAccess.of(call).objects().size(descriptor.oid);
            default -> throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid whence setting: " + whence);
        };
        requirePlace(base + offset);
        descriptor.position = base + offset;
        return descriptor.position;
    }

    static void requirePlace(long position) {
        if (position < 0 || position > LargeObjects.SIZE_MAX) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid large object seek target: " + position);
        }
    }

    @Prosrc("be_lo_lseek")
    public static int seek(CallContext call, int number, int offset, int whence) {
        return narrow(seek(call, number, (long) offset, whence), "lo_lseek", number);
    }

    private static int narrow(long position, String function, int number) {
        if (position > Integer.MAX_VALUE) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "%s result out of range for large-object descriptor %d".formatted(function, number));
        }
        return (int) position;
    }

    @Prosrc("be_lo_tell64")
    public static long position(CallContext call, int number) {
        return descriptor(call, number).position;
    }

    @Prosrc("be_lo_tell")
    public static int shortPosition(CallContext call, int number) {
        return narrow(position(call, number), "lo_tell", number);
    }

    @Prosrc("be_lo_truncate64")
    public static int truncate(CallContext call, int number, long size) {
        Descriptor descriptor = writable(call, number);
        if (size < 0 || size > LargeObjects.SIZE_MAX) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid large object truncation target: " + size);
        }
        LargeObjectAccess.of(call).objects().truncate(descriptor.oid, size);
        return 0;
    }

    @Prosrc("be_lo_truncate")
    public static int truncate(CallContext call, int number, int size) {
        return truncate(call, number, (long) size);
    }
}
