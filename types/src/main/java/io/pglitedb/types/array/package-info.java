/// Arrays of any element type, int2vector and oidvector: their forms, subscripts, functions and operators. Start at
/// `ArrayValueType`. Sources of behaviour: PostgreSQL 15 `arrayfuncs.c`, `array_userfuncs.c`, `arrayutils.c`.
package io.pglitedb.types.array;
