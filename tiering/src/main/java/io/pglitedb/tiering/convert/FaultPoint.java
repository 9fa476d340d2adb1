package io.pglitedb.tiering.convert;

/// Steps of a conversion, for tests that stop it there.
public enum FaultPoint {
    WATCHED,
    FILE_BEGUN,
    FILE_WRITTEN,
    SWAPPED,
    FILES_REMOVED;

    /// Called when a step is done; throws to stop there.
    public interface Hook {
        Hook NONE = _ -> {};

        void reached(FaultPoint point);
    }
}
