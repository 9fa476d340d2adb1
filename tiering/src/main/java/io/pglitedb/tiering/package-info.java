/// Background: hot rows to cold segments, compaction, archive.
package io.pglitedb.tiering;
