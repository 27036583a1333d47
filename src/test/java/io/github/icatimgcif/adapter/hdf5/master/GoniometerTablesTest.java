package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.quantity.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code nxmx/make_folders.py}, function parts. */
final class GoniometerTablesTest {

    private static final Path FOLDER = Path.of("src/test/resources/nxmx/parts").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({"usual, omega", "phi_turns, phi", "still, omega"})
    void theAxisThatMovesMostTurnsTheSample(String table, String spindle) {
        read(
                table,
                read -> assertThat(read.map(GoniometerTables.Read::statement).map(GoniometerStatement.Named::spindle))
                        .contains(spindle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "empty", "not_there"})
    void aTableWithoutAnglesSaysNothing(String table) {
        read(table, read -> assertThat(read).isEmpty());
    }

    @Test
    void anAngleThatIsNoNumberIsRefusedByItsFrame() {
        read("not_a_number", read -> {
            RecordedAxis omega = read.orElseThrow().axes().get(0);

            assertThatExceptionOfType(NotUsable.class)
                    .isThrownBy(() -> omega.setting(1))
                    .withMessageContaining("the value of frame 2 is not a number");
        });
    }

    /** The table usual has omega from 30 on and phi at 110.25. */
    @ParameterizedTest
    @CsvSource({"omega, 30, phi", "gonio_omega, 30, phi", "turning, 30, phi", "turning, 31, omega phi", "phi, 0, omega"
    })
    void theAxesBesideAChainAreThoseOfWhichItSaysNothing(String name, double start, String beside) {
        double[] settings = {start, start + 0.2, start + 0.4, start + 0.6};
        var described = new RecordedAxis("/" + name, name, NumberColumn.ofDoubles(settings), Unit.DEGREE);

        onTables(
                "usual",
                tables -> assertThat(tables.axesBeside(List.of(described)))
                        .extracting(RecordedAxis::name)
                        .containsExactly(beside.split(" ")));
    }

    @Test
    void anAxisAtZeroIsNotBesideAChain() {
        onTables(
                "still",
                tables -> assertThat(tables.axesBeside(List.of()))
                        .extracting(RecordedAxis::name)
                        .containsExactly("omega"));
    }

    /** Written modulo 360 such an axis seems to go nearly a full turn. */
    @Test
    void anAxisThatTremblesAroundZeroMovesLessThanOneThatTurns() {
        var chi = new RecordedAxis("/chi", "chi", NumberColumn.ofDoubles(0, 359.9998, 0.0002), Unit.DEGREE);
        var phi = new RecordedAxis("/phi", "phi", NumberColumn.ofDoubles(10, 10.5, 11), Unit.DEGREE);

        assertThat(GoniometerTables.moving(List.of(chi, phi))).contains(phi);
    }

    private static void onTables(String table, Consumer<GoniometerTables> judge) {
        Findings findings = new Findings();
        try (Hdf5File file = Hdf5File.open(FOLDER.resolve("parts.h5"), new DataRoots(List.of(FOLDER)))) {
            judge.accept(new GoniometerTables("/tables/" + table, file, new Fields(findings), findings));
        }
    }

    private static void read(String table, Consumer<Optional<GoniometerTables.Read>> judge) {
        Findings findings = new Findings();
        try (Hdf5File file = Hdf5File.open(FOLDER.resolve("parts.h5"), new DataRoots(List.of(FOLDER)))) {
            judge.accept(new GoniometerTables("/tables/" + table, file, new Fields(findings), findings).read());
        }
    }
}
