package io.pglitedb.types.value;

/// The carrier of aclitem: what one role granted another.
///
/// @param grantee OID of a role, 0 for PUBLIC
/// @param grantor OID of a role
/// @param rights bits 0 … 15 the privileges, bits 16 … 31 those that may be granted on
public record AclItem(int grantee, int grantor, int rights) {
    public static AclItem of(int grantee, int grantor, int privileges, int grantOptions) {
        return new AclItem(grantee, grantor, privileges | grantOptions << 16);
    }

    public int privileges() {
        return rights & 0xffff;
    }

    public int grantOptions() {
        return rights >>> 16;
    }
}
