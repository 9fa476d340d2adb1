package io.pglitedb.executor.largeobject;

import io.pglitedb.executor.transaction.TransactionListener;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// A session's descriptors, numbers from 0: they live until the transaction ends, or the savepoint in which they
/// were made is undone.
public final class OpenLargeObjects implements TransactionListener {
    /// One descriptor.
    static final class Descriptor {
        final int oid;
        final boolean mayWrite;
        final int level;
        long position;

        Descriptor(int oid, boolean mayWrite, int level) {
            this.oid = oid;
            this.mayWrite = mayWrite;
            this.level = level;
        }
    }

    /// Null where one was closed.
    private final List<Descriptor> descriptors = new ArrayList<>();

    int add(Descriptor descriptor) {
        int free = descriptors.indexOf(null);
        if (free >= 0) {
            descriptors.set(free, descriptor);
            return free;
        }
        descriptors.add(descriptor);
        return descriptors.size() - 1;
    }

    Descriptor get(int number) {
        if (number < 0 || number >= descriptors.size() || descriptors.get(number) == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "invalid large-object descriptor: " + number);
        }
        return descriptors.get(number);
    }

    void close(int number) {
        get(number);
        descriptors.set(number, null);
    }

    void closeAll(int oid) {
        descriptors.replaceAll(each -> each != null && each.oid == oid ? null : each);
    }

    @Override
    public void committed() {
        descriptors.clear();
    }

    @Override
    public void rollingBack() {
        descriptors.clear();
    }

    @Override
    public void savepointRollingBack(int level) {
        descriptors.replaceAll(each -> each != null && each.level >= level ? null : each);
    }
}
