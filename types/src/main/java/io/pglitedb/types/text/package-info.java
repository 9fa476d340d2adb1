/// Character types and their functions. Order is that of the bytes (collation "C"); case mapping and character classes
/// are Unicode's, per code point, except under collations "C" and "POSIX", which know ASCII only.
///
/// Start at `CharacterType`; functions stand in the classes that `TextFunctions` lists.
package io.pglitedb.types.text;
