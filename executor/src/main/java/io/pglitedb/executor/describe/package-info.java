/// Functions about catalog objects: names, visibility, and the texts that make them again.
package io.pglitedb.executor.describe;
