package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a beamline file may say, and that everything else is refused with the line. */
final class BeamlineFileTest {

    private static final String FILE = "beamlines/moon/b1.yaml";

    /** Lines 1 to 4; a test continues with line 5, inside the only period. */
    private static final String HEAD = "name: B1\nfacility: Moon\nperiods:\n  - frame: nominal\n";

    @Test
    void everythingThatCanBeSaidIsUnderstood() {
        BeamlinePeriod period = period("""
                    goniometer:
                      axes:
                        - {name: omega, vector: [-1, 0, 0]}
                        - {name: sam_x, motion: translation, vector: [0, 0.6, 0.8], offset: [1.5, 0, -2]}
                      displayNames: {Phi: omega}
                      source: a paper
                    detectorAxes:
                      axes: [{name: two_theta, vector: [1, 0, 0]}]
                      source: a drawing
                    detectors:
                      - serial: X-1
                        description: Maker Model
                        rotationAxis: [0, 0, 1]
                        fastDirection: [1, 0, 0]
                        slowDirection: [0, 1, 0]
                        overridesFile: true
                        source: a letter
                    facts:
                      - {term: source/device, value: synch, source: a ring}
                """);

        assertThat(period.title()).isEqualTo("B1");
        assertThat(period.frame()).isEqualTo(FrameChoice.NOMINAL);
        assertThat(period.goniometer().orElseThrow().axes().axes())
                .containsExactly(
                        new Axis("omega", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO),
                        new Axis("sam_x", Axis.Kind.TRANSLATION, new Vector3(0, 0.6, 0.8), new Vector3(1.5, 0, -2)));
        assertThat(period.goniometer().orElseThrow().meantBy(" phi ")).contains("omega");
        assertThat(period.detectorAxes().orElseThrow().axes().axes())
                .extracting(Axis::name)
                .containsExactly("two_theta");
        assertThat(period.detectorAxes().orElseThrow().citation()).isEqualTo("a drawing");
        assertThat(period.detectors())
                .containsExactly(new KnownDetector(
                        "X-1",
                        "Maker Model",
                        Optional.of(new Vector3(0, 0, 1)),
                        Optional.of(new Vector3(1, 0, 0)),
                        Optional.of(new Vector3(0, 1, 0)),
                        Optional.empty(),
                        true,
                        "a letter"));
    }

    @Test
    void aVariantChangesWhatItSaysAndLeavesTheRest() {
        BeamlinePeriod period = period("""
                    detectors:
                      - {serial: X-1, description: One, rotationAxis: [1, 0, 0], source: s}
                      - {serial: X-2, description: Two, rotationAxis: [1, 0, 0], source: s}
                    variants:
                      - name: upside down
                        when: {reading: "minicbf:Oscillation_axis", is: [PHI, Y.CW]}
                        frame: principal
                        detectors: [{serial: X-2, description: Two, rotationAxis: [0, 1, 0], source: t}]
                """);

        BeamlinePeriod variant = period.as(term -> Optional.of(" y.cw "));

        assertThat(period.as(term -> Optional.of("X.CW"))).isEqualTo(period);
        assertThat(variant.frame()).isEqualTo(FrameChoice.PRINCIPAL_AXIS);
        assertThat(List.of("X-1", "X-2"))
                .map(serial ->
                        variant.detector(serial).orElseThrow().rotationAxis().orElseThrow())
                .containsExactly(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
    }

    @Test
    void detectorsOfABeamlineThatNobodyNamesHaveAFileToo() {
        BeamlineFile file = BeamlineFile.read(FILE, "facility: Moon\nperiods: [{frame: nominal}]\n");

        assertThat(file.names()).isEmpty();
        assertThat(file.periods().get(0).period().title()).isEqualTo("a beamline of Moon whose name is not known");
        assertThat(file.periods().get(0).period().facts())
                .extracting(fact -> fact.term().name())
                .containsExactly("facility");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "goniometr: {}                                           | 5 | the key 'goniometr' is not known here",
                "goniometer: {axes: [], source: s}                       | 5 | there are no axes",
                "goniometer: {axes: omega, source: s}                    | 5 | a list is wanted here",
                "goniometer: [omega]                                     | 5 | a mapping of keys to values is wanted",
                "goniometer: {axes: [{name: o, vector: [1, 0, 0]}]}      | 5 | the key 'source' is missing",
                "goniometer: {axes: [{name: o, vector: [1, 0, 0]}], source: } | 5 | a text is wanted here",
                "goniometer: {axes: [{name: o, vector: [1, 0]}], source: s} | 5 | three components are wanted here",
                "goniometer: {axes: [{name: o, vector: [0, 0, 0]}], source: s} | 5 | a direction is not 0 0 0",
                "goniometer: {axes: [{name: o, vector: [1, 0.1, 0]}], source: s} | 5 | this one has 1.0050",
                "goniometer: {axes: [{name: o, vector: [1, o, 0]}], source: s} | 5 | a number is wanted here, not 'o'",
                "goniometer: {axes: [{name: o, vector: 1 0 0}], source: s} | 5 | a list is wanted here",
                "goniometer: {axes: [{name: o, motion: turn, vector: [1, 0, 0]}], source: s} | 5 | not 'turn'",
                "goniometer: {axes: [{name: o, vector: [1, 0, 0]}], displayNames: {Phi: p}, source: s} | 5 | no axis 'p'",
                "detectors: [{serial: A, description: d}]                | 5 | the key 'source' is missing",
                "detectors: [{serial: A, description: d, source: s}, {serial: A, description: d, source: s}] | 5 | twice",
                "detectors: [{serial: A, description: d, fastDirection: [1, 0, 0], source: s}] | 5 | given together",
                "detectors: [{serial: A, description: d, overridesFile: true, source: s}] | 5 | could count against",
                "detectors: [{serial: A, description: d, overridesFile: yes, source: s}] | 5 | true or false is wanted",
                "detectors: [{serial: A, description: d, source: s, layout: {size: [5, 5], beam: [1, 1], distance: 0, panels: [{name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}]}}] | 5 | goes with a fastDirection",
                "detectors: [{serial: A, description: d, source: s, fastDirection: [1, 0, 0], slowDirection: [0, 1, 0], layout: {size: [5, 5], beam: [1, 1], distance: 0, panels: []}}] | 5 | there are no panels",
                "detectors: [{serial: A, description: d, source: s, fastDirection: [1, 0, 0], slowDirection: [0, 1, 0], layout: {size: [5, 4], beam: [1, 1], distance: 0, panels: [{name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}]}}] | 5 | does not lie in the array of [5, 4]",
                "detectors: [{serial: A, description: d, source: s, fastDirection: [1, 0, 0], slowDirection: [0, 1, 0], layout: {size: [5, 5.5], beam: [1, 1], distance: 0, panels: [{name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}]}}] | 5 | two whole numbers",
                "detectors: [{serial: A, description: d, source: s, fastDirection: [1, 0, 0], slowDirection: [0, 1, 0], layout: {size: [5], beam: [1, 1], distance: 0, panels: [{name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}]}}] | 5 | two numbers of pixels",
                "detectors: [{serial: A, description: d, source: s, fastDirection: [1, 0, 0], slowDirection: [0, 1, 0], layout: {size: [5, 5], beam: [1, 1], distance: 0, panels: [{name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}, {name: p, first: [0, 0], size: [5, 5], corner: [0, 0, 9], fast: [1, 0, 0], slow: [0, 1, 0]}]}}] | 5 | the panel 'p' is here twice",
                "facts: [{term: source/probe, value: x-ray}]             | 5 | the key 'source' is missing",
                "from: 2021                                              | 5 | a day is written 2021-05-22",
                "variants: [{name: v, when: {reading: 'minicbf:Alpha'}}] | 5 | one of is, contains and present",
                "variants: [{name: v, when: {reading: 'dream:Alpha', is: [a]}}] | 5 | the vocabulary of 'dream:Alpha'",
                "variants: [{name: v, when: {reading: 'minicbf:Alpha', is: []}}] | 5 | at least one word is wanted"
            })
    void whatCannotBeMeantIsRefusedWithTheLine(String entry, int line, String message) {
        assertThatThrownBy(() -> BeamlineFile.read(FILE, HEAD + "    " + entry + "\n"))
                .isInstanceOf(MistakeInConfiguration.class)
                .hasMessageStartingWith(FILE + ", line " + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void theLineIsThatOfTheMistakeAndNotOfTheFile() {
        assertThatThrownBy(() -> period("""
                    detectors:
                      - {serial: X-1, description: One, source: s}
                      - serial: X-2
                        description: Two
                        fastDirection: [1, 0, 0]
                        slowDirection: [0.6, 0.8, 0]
                        source: s
                """))
                .hasMessage(FILE + ", line 10: the slow direction is not perpendicular to the fast direction");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{until: 2021-05-22}, {from: 2021-05-22} | overlap",
                "{from: 2021-05-22}, {until: 2021-05-21} | overlap",
                "{frame: nominal}, {from: 2021-05-22}    | overlap",
                "{from: 2021-05-22, until: 2021-05-21}   | the period ends before it begins"
            })
    void periodsThatCannotFollowOneAnotherAreRefused(String periods, String message) {
        assertThatThrownBy(() -> BeamlineFile.read(FILE, "name: B1\nfacility: Moon\nperiods: [" + periods + "]\n"))
                .hasMessageStartingWith(FILE + ", line 3: ")
                .hasMessageContaining(message);
    }

    @Test
    void theVariantsOfAPeriodAreToldApartByOneReading() {
        assertThatThrownBy(() -> period("""
                    variants:
                      - {name: a, when: {reading: "minicbf:Alpha", present: true}}
                      - {name: b, when: {reading: "minicbf:Kappa", present: true}}
                """))
                .hasMessageStartingWith(FILE + ", line 7: the variants of a period are told apart by one reading");
    }

    private static BeamlinePeriod period(String rest) {
        return BeamlineFile.read(FILE, HEAD + rest).periods().get(0).period();
    }
}
