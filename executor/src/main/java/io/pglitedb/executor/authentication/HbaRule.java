package io.pglitedb.executor.authentication;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import java.net.InetAddress;
import java.util.List;

/// A line of the file: the connections that it is about, and what their clients have to prove.
///
/// @param line its number in the file, from 1
record HbaRule(
        int line,
        ConnectionType type,
        List<Word> databases,
        List<Word> roles,
        ClientAddress address,
        AuthenticationMethod method) {
    /// @param quoted a word in quotes means itself
    record Word(String text, boolean quoted) {
        private boolean is(String keyword) {
            return !quoted && text.equals(keyword);
        }
    }

    HbaRule {
        databases = List.copyOf(databases);
        roles = List.copyOf(roles);
    }

    /// @param address null for a connection inside the process
    boolean matches(String database, String user, InetAddress client, boolean encrypted, CatalogView catalog) {
        return type.matches(client == null, encrypted)
                && address.matches(client)
                && databases.stream().anyMatch(word -> names(word, database, user, catalog))
                && roles.stream().anyMatch(word -> names(word, user, catalog));
    }

    private static boolean names(Word word, String database, String user, CatalogView catalog) {
        if (word.is("all")) {
            return true;
        }
        if (word.is("sameuser")) {
            return database.equals(user);
        }
        if (word.is("samerole") || word.is("samegroup")) {
            return isMember(user, database, catalog);
        }
        return !word.is("replication") && word.text.equals(database);
    }

    private static boolean names(Word word, String user, CatalogView catalog) {
        return word.is("all")
                || (!word.quoted && word.text.startsWith("+")
                        ? isMember(user, word.text.substring(1), catalog)
                        : word.text.equals(user));
    }

    private static boolean isMember(String user, String group, CatalogView catalog) {
        RoleDef member = catalog.role(user);
        RoleDef role = catalog.role(group);
        return member != null
                && role != null
                && new RoleGraph(catalog).isMemberNotBySuperuser(member.oid(), role.oid());
    }
}
