package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped axes of detectors that have miniCBF files against those that an installed dxtbx makes: the same after the turn
 * (x, y, z) -> (-x, y, -z) from McStas. Detectors that dxtbx 3.12 does not know are not among them.
 */
final class SerialNumberRulesJudgedByDxtbxTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Detector, Oscillation_axis and year, as they go into the header. */
    private static final List<String> HEADERS = List.of(
            "PILATUS3 6M, S/N 60-0119|X.CW +SLOW|2019",
            "PILATUS3 6M, S/N 60-0119|X.CW +FAST|2019",
            "PILATUS3 6M, S/N 60-0119|X.CW -FAST|2019",
            "PILATUS 6M-F, S/N 60-0115-F|X.CW|2016",
            "PILATUS 6M-F, S/N 60-0115-F|X.CW +FAST|2016",
            "PILATUS3 6M, S/N XX-XXX|X, CW|2018",
            "PILATUS3 6M, S/N 60-0125|X, CW|2018",
            "PILATUS3 6M, S/N 60-0132|X, CW|2018",
            "PILATUS3 6M, S/N 60-0127|X, CW|2018",
            "PILATUS 6M, S/N 60-0100 Diamond|X.CW +SLOW|2012",
            "PILATUS 6M-F, S/N 60-0114-F|X.CW|2018",
            "Dectris Eiger 16M, S/N E-32-0105|X.CW|2018",
            "Dectris Eiger 16M, S/N E-32-0107|X.CW|2018",
            "EIGER 16M XR4i S/N 160-0001 Diamond|X.CW|2019");

    private final BeamlineFiles beamlines = BeamlineFiles.read(FacilityFiles.of(Path.of("no/such/folder")), "");

    @Test
    void theShippedAxesAreThoseOfDxtbx(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, List<Vector3>> judged = judged(folder);

        assertThat(judged).containsOnlyKeys(HEADERS);
        judged.forEach((header, axes) -> {
            List<Vector3> known = known(header);
            assertThat(known).as(header).hasSameSizeAs(axes);
            for (int i = 0; i < known.size(); i++) {
                Vector3 turned = new Vector3(
                        -known.get(i).x(), known.get(i).y(), -known.get(i).z());
                assertThat(turned.minus(axes.get(i).direction()).length())
                        .as(header)
                        .isLessThan(1e-4);
            }
        });
    }

    private List<Vector3> known(String header) {
        String[] parts = header.split("\\|", -1);
        Optional<LocalDate> day = Optional.of(LocalDate.of(Integer.parseInt(parts[2]), 9, 11));
        BeamlinePeriod period = beamlines
                .bySerialNumber(parts[0], day)
                .get(0)
                .as(term -> Optional.of(parts[1]).filter(axis -> term.toString().equals("minicbf:Oscillation_axis")));
        return period.detector(parts[0])
                .flatMap(detector -> detector.rotationAxis())
                .map(List::of)
                .orElseGet(() -> period.goniometer().orElseThrow().axes().axes().stream()
                        .map(Axis::vector)
                        .toList());
    }

    private static Map<String, List<Vector3>> judged(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "SKIPPED: there is no " + PYTHON);
        List<String> command = new ArrayList<>(List.of(
                PYTHON.toString(),
                "-W",
                "ignore",
                "src/test/resources/knowledge/dxtbx_axes.py",
                SharedFolder.at("data/raw/minicbf_thaumatin/thau_3_2_0001.cbf.bz2")
                        .toString(),
                folder.toString()));
        command.addAll(HEADERS);
        Tool.Ended ended = Tool.run(Path.of("").toAbsolutePath(), command);
        Assumptions.assumeTrue(ended.exit() != 3, "SKIPPED: " + PYTHON + " has no dxtbx");
        Map<String, List<Vector3>> judged = new LinkedHashMap<>();
        ended.output().lines().filter(line -> line.contains("\t")).forEach(line -> {
            String[] parts = line.split("\t", -1);
            judged.put(parts[0], axes(parts[1]));
        });
        return judged;
    }

    private static List<Vector3> axes(String text) {
        List<Vector3> axes = new ArrayList<>();
        for (String axis : text.split(";", -1)) {
            String[] xyz = axis.split(" ", -1);
            axes.add(new Vector3(Double.parseDouble(xyz[0]), Double.parseDouble(xyz[1]), Double.parseDouble(xyz[2])));
        }
        return axes;
    }
}
