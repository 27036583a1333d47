package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.BeamSpot;
import io.github.icatimgcif.judge.written.PlacedElements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * As the axes stand in each scan the beam meets an element of the detector, or passes between its elements, unless the detector is
 * swung away from it. Tells where.
 */
final class BeamMeetsDetector implements BlockTest {

    private static final String NAME = "Check calculated beam centre";
    private static final String SUBJECT = "_array_structure_list_axis.displacement";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        return PlacedElements.ifStated(block)
                .filter(placed -> !placed.elements().isEmpty())
                .map(BeamMeetsDetector::judge)
                .orElse(List.of());
    }

    /** What is the same in several scans is said once. */
    private static List<Remark> judge(PlacedElements placed) {
        Map<Map<String, Double>, BeamSpot> known = new LinkedHashMap<>();
        Map<String, BeamSpot> spots = new LinkedHashMap<>();
        Map<String, List<String>> scans = new LinkedHashMap<>();
        placed.scans().forEach((scan, settings) -> {
            BeamSpot spot = known.computeIfAbsent(placed.ofDetector(settings), its -> spot(placed, its));
            spots.putIfAbsent(spot.told(), spot);
            scans.computeIfAbsent(spot.told(), its -> new ArrayList<>()).add(scan);
        });
        List<Remark> remarks = new ArrayList<>();
        spots.forEach((told, spot) -> remarks.add(remark(spot, scans.getOrDefault(told, List.of()))));
        return remarks;
    }

    private static BeamSpot spot(PlacedElements placed, Map<String, Double> settings) {
        BeamSpot spot = BeamSpot.of(placed, settings);
        boolean isSwungAway = spot.isMissed()
                && !BeamSpot.of(placed, placed.withoutSwing(settings)).isMissed();
        return isSwungAway ? BeamSpot.SWUNG_AWAY : spot;
    }

    private static Remark remark(BeamSpot spot, List<String> scans) {
        int others = scans.size() - 1;
        String where = "in " + ShownText.of(scans.get(0))
                + (others == 0 ? "" : " and " + others + (others == 1 ? " other scan" : " other scans")) + " ";
        return spot.isMissed()
                ? Remark.warning(
                        NAME,
                        SUBJECT,
                        where + spot.told(),
                        "a detector that is not swung away stands in the beam; look at the offsets of its axes")
                : new Remark(
                        Severity.NOTE,
                        NAME,
                        SUBJECT,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        where + spot.told(),
                        "");
    }
}
