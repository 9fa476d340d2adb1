package io.pglitedb.columnstore.descriptor;

/// What a file must be like to be the one that was written. Pages carry their own checksums.
///
/// @param fileLength in bytes
/// @param offset where the page indexes and the footer begin
/// @param checksum CRC-32 of the bytes from there to the end
public record FileTail(long fileLength, long offset, int checksum) {}
