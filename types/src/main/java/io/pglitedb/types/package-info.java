/// SQL types, values, text and binary I/O, the functions and operators of each type, errors. Sees no other
/// module.
///
/// Start at `ValueType`. The carriers, that is the Java classes of values:
/// ```
///   bool Boolean                        date Integer, days since 2000-01-01
///   int2 Short  int4 Integer  int8 Long time, timestamp, timestamptz Long, µs (of the day; since 2000-01-01)
///   oid, xid, cid, reg* Integer         timetz TimeTz    interval Interval
///     (unsigned)                        uuid java.util.UUID (unsigned order)
///   xid8, pg_lsn, money Long            json Utf8   jsonb Jsonb
///   float4 Float   float8 Double        arrays, int2vector, oidvector PgArray
///   numeric Numeric                     record, composite PgRecord   enum EnumValue
///   text, varchar, bpchar, name Utf8    tid Tid
///   "char" Byte    bytea Bytes          bit, varbit BitString   internal: any object
///   ranges PgRange   multiranges PgMultirange   pg_snapshot, txid_snapshot Snapshot
///   inet, cidr Inet                     macaddr, macaddr8 Long (unsigned)
///   point Point   lseg LineSegment      line Line   box Box   path GeometricPath
///   polygon Polygon                     circle Circle           aclitem AclItem
///   xml Utf8                            refcursor Utf8
///   tsvector TsVector                   tsquery TsQuery
/// ```
/// The least value of Integer or Long stands for -infinity of dates and timestamps, the greatest for infinity.
/// Inside tuples and evaluators Java null is SQL NULL.
package io.pglitedb.types;
