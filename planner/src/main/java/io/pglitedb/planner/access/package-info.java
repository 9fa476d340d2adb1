/// Which rights a statement needs. The executor checks them, as they depend on who runs it.
package io.pglitedb.planner.access;
