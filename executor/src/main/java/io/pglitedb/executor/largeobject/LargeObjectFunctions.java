package io.pglitedb.executor.largeobject;

import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whole large objects.
public final class LargeObjectFunctions {
    private LargeObjectFunctions() {}

    /// @param mode has no meaning any more
    @Prosrc("be_lo_creat")
    public static int create(CallContext call, int mode) {
        return make(LargeObjectAccess.of(call), 0, "lo_creat()");
    }

    /// @param oid 0 for any
    @Prosrc("be_lo_create")
    public static int createWithOid(CallContext call, int oid) {
        return make(LargeObjectAccess.of(call), oid, "lo_create()");
    }

    private static int make(LargeObjectAccess access, int oid, String command) {
        access.session().block().requireWritable(command);
        return access.objects().create(oid, access.currentRole());
    }

    @Prosrc("be_lo_unlink")
    public static int unlink(CallContext call, int oid) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        access.session().block().requireWritable("lo_unlink()");
        access.requireOwner(oid);
        access.session().largeObjects().closeAll(oid);
        access.objects().drop(oid);
        return 1;
    }

    @Prosrc("be_lo_from_bytea")
    public static int fromBytes(CallContext call, int oid, Bytes bytes) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        int made = make(access, oid, "lo_from_bytea()");
        access.objects().write(made, 0, bytes.array());
        return made;
    }

    @Prosrc("be_lo_get")
    public static Bytes get(CallContext call, int oid) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        access.require(oid, Privilege.SELECT);
        if (access.objects().size(oid) > Integer.MAX_VALUE / 2) {
            throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "large object read request is too large");
        }
        return new Bytes(access.objects().read(oid, 0, Integer.MAX_VALUE));
    }

    @Prosrc("be_lo_get_fragment")
    public static Bytes get(CallContext call, int oid, long offset, int count) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        if (count < 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "requested length cannot be negative");
        }
        access.require(oid, Privilege.SELECT);
        DescriptorFunctions.requirePlace(offset);
        return new Bytes(access.objects().read(oid, offset, count));
    }

    @Prosrc("be_lo_put")
    public static void put(CallContext call, int oid, long offset, Bytes bytes) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        access.session().block().requireWritable("lo_put()");
        access.require(oid, Privilege.UPDATE);
        DescriptorFunctions.requirePlace(offset);
        access.objects().write(oid, offset, bytes.array());
    }

    @Prosrc("be_lo_import")
    public static int importFile(CallContext call, Utf8 file) {
        return importFile(call, file, 0);
    }

    @Prosrc("be_lo_import_with_oid")
    public static int importFile(CallContext call, Utf8 file, int oid) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        access.session().block().requireWritable("lo_import()");
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(file.toString()));
        } catch (IOException e) {
            throw new PgException(
                    SqlState.UNDEFINED_FILE,
                    "could not open server file \"%s\": No such file or directory".formatted(file),
                    e);
        }
        int made = access.objects().create(oid, access.currentRole());
        access.objects().write(made, 0, content);
        return made;
    }

    @Prosrc("be_lo_export")
    public static int exportFile(CallContext call, int oid, Utf8 file) {
        LargeObjectAccess access = LargeObjectAccess.of(call);
        access.require(oid, Privilege.SELECT);
        try {
            Files.write(Path.of(file.toString()), get(call, oid).array());
        } catch (IOException e) {
            throw new PgException(
                    SqlState.IO_ERROR, "could not create server file \"%s\": %s".formatted(file, e.getMessage()), e);
        }
        return 1;
    }
}
