/// bit and bit varying.
package io.pglitedb.types.bit;
