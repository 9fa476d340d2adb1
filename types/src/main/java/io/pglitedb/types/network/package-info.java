/// inet and cidr (carrier `Inet`), macaddr (carrier Long, the low 48 bits) and macaddr8 (carrier Long).
package io.pglitedb.types.network;
