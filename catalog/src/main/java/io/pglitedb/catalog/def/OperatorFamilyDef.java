package io.pglitedb.catalog.def;

import java.util.List;

/// A `pg_opfamily` row with its `pg_amop` and `pg_amproc` rows.
///
/// @param method OID of the access method
public record OperatorFamilyDef(
        int oid, int method, String name, int namespace, int owner, List<Member> members, List<Support> supports) {
    /// A `pg_amop` row.
    ///
    /// @param purpose s search, o ordering
    /// @param sortFamily of an ordering operator, else 0
    public record Member(
            int family,
            int leftType,
            int rightType,
            int strategy,
            char purpose,
            int operator,
            int method,
            int sortFamily) {}

    /// A `pg_amproc` row.
    public record Support(int family, int leftType, int rightType, int number, int function) {}

    public OperatorFamilyDef {
        members = List.copyOf(members);
        supports = List.copyOf(supports);
    }

    /// OID of the search operator, 0 when the family has none.
    public int operator(int leftType, int rightType, int strategy) {
        for (Member member : members) {
            if (member.purpose == 's'
                    && member.strategy == strategy
                    && member.leftType == leftType
                    && member.rightType == rightType) {
                return member.operator;
            }
        }
        return 0;
    }

    /// OID of the support function, 0 when the family has none.
    public int supportFunction(int leftType, int rightType, int number) {
        for (Support support : supports) {
            if (support.number == number && support.leftType == leftType && support.rightType == rightType) {
                return support.function;
            }
        }
        return 0;
    }
}
