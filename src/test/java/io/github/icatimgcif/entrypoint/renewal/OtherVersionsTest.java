package io.github.icatimgcif.entrypoint.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.MarksInMemory;
import io.github.icatimgcif.conversion.Versions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OtherVersionsTest {

    private static final Versions OLD = new Versions("0.3.1", "a1b2c3", "1.8.9");
    private static final Versions NEW = new Versions("0.4.0", "a1b2c3", "1.8.9");

    private final Marks marks = new MarksInMemory();
    private final List<String> announced = new ArrayList<>();
    private long inLine;

    @Test
    void ofTwoVersionsSideBySideOnlyTheOneThatWasStartedLastAsks() {
        OtherVersions old = otherVersions(OLD);
        OtherVersions updated = otherVersions(NEW);
        old.comeIntoForce();
        old.round();
        assertThat(announced).hasSize(3);

        updated.comeIntoForce();
        announced.clear();
        old.round();
        assertThat(announced).isEmpty();
        updated.round();
        assertThat(announced).containsExactly("/data/run_3", "/data/run_2", "/data/run_1");
    }

    @Test
    void noMoreAreAskedForThanMayWait() {
        OtherVersions versions = otherVersions(NEW);
        versions.comeIntoForce();

        inLine = 198;
        versions.round();
        assertThat(announced).containsExactly("/data/run_3", "/data/run_2");
        announced.clear();
        inLine = 200;
        versions.round();
        assertThat(announced).isEmpty();
    }

    private OtherVersions otherVersions(Versions versions) {
        KnownDatasets journal = (KnownDatasets) Proxy.newProxyInstance(
                KnownDatasets.class.getClassLoader(),
                new Class<?>[] {KnownDatasets.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "inLine" -> inLine;
                    case "madeByOtherThan" -> known().subList(0, Math.min(3, (Integer) arguments[1]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Again again = new Again(journal, (dataset, door) -> announced.add(dataset.location()));
        return new OtherVersions(journal, marks, again, versions, 200);
    }

    private static List<KnownDataset> known() {
        return List.of(3L, 2L, 1L).stream()
                .map(id -> new KnownDataset(
                        id,
                        "run_" + id,
                        "mx2463",
                        "",
                        "/data/run_" + id,
                        Optional.of(id),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()))
                .toList();
    }
}
