/// Access rights: aclitem, and the arrays of it that catalogs keep.
package io.pglitedb.types.access;
