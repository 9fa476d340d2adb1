package io.pglitedb.tiering.convert;

/// Steps of a conversion or a load, for tests that stop it there.
public enum FaultPoint {
    WATCHED,
    FILE_BEGUN,
    FILE_WRITTEN,
    SWAPPED,
    FILES_REMOVED,
    LOAD_BEGUN,
    LOAD_WRITTEN;

    /// Called when a step is done; throws to stop there.
    public interface Hook {
        Hook NONE = _ -> {};

        void reached(FaultPoint point);
    }
}
