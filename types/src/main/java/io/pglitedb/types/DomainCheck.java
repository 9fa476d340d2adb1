package io.pglitedb.types;

/// The constraints of domains, for those who read values from texts or bytes. A session offers it by
/// [SessionContext#as].
public interface DomainCheck {
    /// 23502 or 23514 when the domain does not allow the value.
    ///
    /// @param domain OID
    /// @param value null for NULL
    void check(int domain, Object value);
}
