package io.pglitedb.rowstore.txn;

/// The writes of a run that a command sees.
final class RunCursor implements WriteCursor {
    private final KeyCursor run;
    private final int command;
    private final VoidVersions voids;
    private RunVersion version;

    RunCursor(KeyCursor run, int command, VoidVersions voids) {
        this.run = run;
        this.command = command;
        this.voids = voids;
    }

    @Override
    public boolean next() {
        while (run.next()) {
            version = RunVersion.newest(run.value(), run.valueOffset(), run.valueLength(), command, voids);
            if (version != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isDelete() {
        return version.isDelete();
    }

    @Override
    public byte[] key() {
        return run.key();
    }

    @Override
    public int keyOffset() {
        return run.keyOffset();
    }

    @Override
    public int keyLength() {
        return run.keyLength();
    }

    @Override
    public byte[] value() {
        return run.value();
    }

    @Override
    public int valueOffset() {
        return version.offset();
    }

    @Override
    public int valueLength() {
        return version.length();
    }

    @Override
    public void close() {
        run.close();
    }
}
