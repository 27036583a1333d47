package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.ListedDataset;
import io.github.icatimgcif.conversion.access.SessionUser;
import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.conversion.access.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GrantedRolesTest {

    private static final AccessSettings SETTINGS = new AccessSettings(
            AccessMode.ICAT, List.of("simple/anna"), List.of(" simple/oscar "), List.of("grouping:Chiefs"));

    private final GrantedRoles roles = new GrantedRoles(new Groupings(), SETTINGS);

    @Test
    void aRoleIncludesThoseBelowIt() {
        assertThat(roles.of("simple/alice")).containsExactly(Roles.USER);
        assertThat(roles.of("simple/anna")).containsExactlyInAnyOrder(Roles.USER, Roles.ANNOUNCER);
        assertThat(roles.of("simple/oscar")).containsExactlyInAnyOrder(Roles.USER, Roles.ANNOUNCER, Roles.OPERATOR);
        assertThat(roles.of("simple/ada")).contains(Roles.ADMINISTRATOR).hasSize(4);
    }

    @Test
    void aNameIsThatOfOneUserOfOneAuthenticator() {
        assertThat(roles.of("simple/Oscar")).containsExactly(Roles.USER);
        assertThat(roles.of("db/oscar")).containsExactly(Roles.USER);
        assertThat(roles.of("grouping:Chiefs")).containsExactly(Roles.USER);
        assertThatThrownBy(() -> new AccessSettings(AccessMode.ICAT, List.of(), List.of("oscar"), List.of()))
                .hasMessageContaining("imgcif.access.operators")
                .hasMessageContaining("simple/alice");
    }

    /** Chiefs are ada, and nobody else. */
    private static final class Groupings implements CatalogueUsers {
        @Override
        public Optional<SessionUser> userOf(UserSession session) {
            return Optional.empty();
        }

        @Override
        public Set<String> groupingsOf(String userName, Collection<String> among) {
            return userName.equals("simple/ada") && among.contains("Chiefs") ? Set.of("Chiefs") : Set.of();
        }

        @Override
        public boolean shows(Viewer viewer, long dataset) {
            return false;
        }

        @Override
        public List<Long> shownAt(Viewer viewer, String location) {
            return List.of();
        }

        @Override
        public Optional<ListedDataset> listed(long dataset) {
            return Optional.empty();
        }
    }
}
