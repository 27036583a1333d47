package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.SessionUser;
import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.conversion.access.Viewer;
import io.github.icatimgcif.icatstub.IcatStub;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IcatUsersTest {

    private static final UserSession ALICE = new UserSession("a11ce000-1f2e-4d3c-8b4a-596877869504");
    private static final UserSession MALLORY = new UserSession("ba110c00-2f3e-4d4c-9b5a-69788796a5b3");

    @Test
    void icatSaysWhoseSessionItIsAndWhatItShows() {
        try (Laboratory laboratory = new Laboratory()) {
            IcatStub stub = laboratory.stub;
            stub.beginSession(ALICE.id(), "alice");
            stub.beginSession(MALLORY.id(), "mallory");
            stub.showOnlyTo(laboratory.raw, "simple/alice");
            CatalogueUsers users = users(stub, Optional.empty());

            assertThat(users.userOf(ALICE)).contains(new SessionUser("simple/alice"));
            assertThat(users.shows(new Viewer.InSession(ALICE), laboratory.raw)).isTrue();
            assertThat(users.shownAt(new Viewer.InSession(ALICE), Laboratory.RAW))
                    .containsExactly(laboratory.raw);
            assertThat(users.shows(new Viewer.InSession(MALLORY), laboratory.raw))
                    .isFalse();
            assertThat(users.shownAt(new Viewer.InSession(MALLORY), Laboratory.RAW))
                    .isEmpty();
            assertThat(users.shows(new Viewer.Anonymous(), laboratory.raw)).isFalse();
            assertThat(users.shows(new Viewer.Service(), laboratory.raw)).isTrue();
            assertThat(users.listed(laboratory.raw).orElseThrow().announcement().location())
                    .isEqualTo(Laboratory.RAW);
        }
    }

    @Test
    void aSessionThatEndedShowsNothing() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.beginSession(ALICE.id(), "alice");
            laboratory.stub.expireSessions();
            CatalogueUsers users = users(laboratory.stub, Optional.empty());

            assertThat(users.userOf(ALICE)).isEmpty();
            assertThat(users.shows(new Viewer.InSession(ALICE), laboratory.raw)).isFalse();
        }
    }

    @Test
    void anybodySeesWhatIsPublicOnceThatIsConfigured() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.admitAnybody();
            CatalogueUsers users =
                    users(laboratory.stub, Optional.of(new IcatAccess(laboratory.stub.baseUri(), "anon", Map.of())));
            assertThat(users.shows(new Viewer.Anonymous(), laboratory.raw)).isFalse();
            laboratory.stub.showOnlyTo(laboratory.raw, "anon/anon");

            assertThat(users.shows(new Viewer.Anonymous(), laboratory.raw)).isTrue();
            laboratory.stub.forgetSessions();
            assertThat(users.shows(new Viewer.Anonymous(), laboratory.raw)).isTrue();
        }
    }

    @Test
    void groupingsAreThoseOfTheUserToTheLetter() {
        try (Laboratory laboratory = new Laboratory()) {
            long user = laboratory.stub.content().add("User", Map.of("name", "simple/Oscar"));
            long group = laboratory.stub.content().add("Grouping", Map.of("name", "operators"));
            laboratory.stub.content().add("UserGroup", Map.of("user", user, "grouping", group));
            CatalogueUsers users = users(laboratory.stub, Optional.empty());

            assertThat(users.groupingsOf("simple/Oscar", List.of("operators", "chiefs")))
                    .containsExactly("operators");
            assertThat(users.groupingsOf("simple/oscar", List.of("operators"))).isEmpty();
            assertThat(users.groupingsOf("simple/Oscar", List.of("Operators"))).isEmpty();
            assertThat(users.groupingsOf("x' OR 'a'='a", List.of("operators"))).isEmpty();
        }
    }

    @Test
    void anIcatThatIsAwaySaysNeitherYesNorNo() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.beginSession(ALICE.id(), "alice");
            CatalogueUsers users = users(laboratory.stub, Optional.empty());
            laboratory.stub.pause();

            assertThatThrownBy(() -> users.userOf(ALICE))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageNotContaining(ALICE.id());
            assertThatThrownBy(() -> users.shows(new Viewer.InSession(ALICE), laboratory.raw))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageNotContaining(ALICE.id());
        }
    }

    private static CatalogueUsers users(IcatStub stub, Optional<IcatAccess> visitors) {
        IcatAccess access = new IcatAccess(
                stub.baseUri(), "simple", Map.of("username", IcatStub.USER, "password", IcatStub.PASSWORD));
        return new Icat(
                        access,
                        Laboratory.names(Map.of(), false),
                        Clock.systemUTC(),
                        Waiting.inRealTime(),
                        IcatCalls.UNHEARD)
                .users(visitors);
    }
}
