/// Rows that come by the thousand become segments at once, without having been hot.
package io.pglitedb.tiering.load;
