package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each scan has its frames 1 .. N, and each of them has a place where its pixels lie. */
final class AllFramesArePresent implements BlockTest {

    private static final String NAME = "All frames present";

    /** Above these the frames of each scan are not counted one by one where they cannot all be listed. */
    private static final BigInteger MOST_FRAMES = BigInteger.valueOf(50_000_000);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Table listed = Table.of(block, "diffrn_scan_frame");
        List<Remark> remarks = new ArrayList<>();
        Map<String, BigInteger> stated = stated(block);
        BigInteger all = stated.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (all.compareTo(MOST_FRAMES.max(BigInteger.valueOf(listed.count()))) > 0) {
            return List.of(Remark.error(
                    NAME,
                    "_diffrn_scan_frame.frame_number",
                    "the scans have " + ShownText.of(all.toString()) + " frames and " + listed.count() + " are listed",
                    "each scan must list its frames, each once"));
        }
        Map<String, BitSet> seen = seen(listed, stated);
        long expected = 0;
        for (Table.Row scan : Table.of(block, "diffrn_scan")) {
            String id = scan.text("id").orElse("");
            String shown = ShownText.of(id);
            int frames = frames(scan).intValueExact(); // no scan has more than all together
            expected += frames;
            BitSet present = seen.getOrDefault(id, new BitSet());
            if (frames < 1 || frames != scan.doubleValue("frames")) {
                String wrong = scan.whyNoNumber("frames")
                        .map(why -> "the number of frames of scan " + shown + " " + why)
                        .orElseGet(() -> "scan " + shown + " has "
                                + ShownText.of(scan.text("frames").orElse("")) + " frames");
                remarks.add(Remark.error(NAME, "_diffrn_scan.frames", wrong, "a scan has one or more, a whole number")
                        .inRow(scan.number()));
            } else if (present.cardinality() != frames || present.length() != frames + 1 || present.get(0)) {
                present.clear(0);
                remarks.add(Remark.error(
                        NAME,
                        "_diffrn_scan_frame.frame_number",
                        "scan " + shown + " lists " + present.cardinality() + " of its frames"
                                + firstMissing(present, frames),
                        "it must list its frames 1 to " + frames + ", each once"));
            }
        }
        places(block, expected).ifPresent(remarks::add);
        return remarks;
    }

    /** How many whole frames a scan is said to have, however many; none where it is no number to reckon with. */
    private static BigInteger frames(Table.Row scan) {
        return scan.whyNoNumber("frames").isPresent()
                ? BigInteger.ZERO
                : scan.number("frames").orElse(BigDecimal.ZERO).toBigInteger().max(BigInteger.ZERO);
    }

    private static Map<String, BigInteger> stated(DataBlock block) {
        Map<String, BigInteger> stated = new HashMap<>();
        for (Table.Row scan : Table.of(block, "diffrn_scan")) {
            stated.merge(scan.text("id").orElse(""), frames(scan), BigInteger::max);
        }
        return stated;
    }

    private static String firstMissing(BitSet present, int frames) {
        int missing = present.nextClearBit(1);
        return missing > frames ? ", and others" : "; frame " + missing + " is missing";
    }

    /** The frames that each scan lists; as frame 0 what is no number of a frame of the scan. */
    private static Map<String, BitSet> seen(Table listed, Map<String, BigInteger> stated) {
        Map<String, BitSet> seen = new HashMap<>();
        if (!listed.has("scan_id")) {
            return seen;
        }
        Iterator<CifValue> scans = listed.column("scan_id").iterator();
        for (CifValue value : listed.column("frame_number")) {
            double number = value.asNumber().map(Number::doubleValue).orElse(0.0);
            String scan = scans.next().asText().orElse("");
            int frames = stated.getOrDefault(scan, BigInteger.ZERO).intValueExact();
            if (frames == 0) {
                continue; // of no scan that is described
            }
            boolean canBe = number >= 1 && number <= frames && number == Math.rint(number);
            BitSet ofScan = seen.computeIfAbsent(scan, id -> new BitSet());
            boolean isSecond = canBe && ofScan.get((int) number);
            ofScan.set(canBe && !isSecond ? (int) number : 0);
        }
        return seen;
    }

    private static Optional<Remark> places(DataBlock block, long frames) {
        Table arrays = Table.of(block, "array_data");
        if (arrays.has("data")) {
            return Optional.empty(); // the pixels are in this file
        }
        int places = Table.of(block, "array_data_external_data").count();
        int ofFrame = arraysOfFrame(arrays);
        return places == frames * ofFrame
                ? Optional.empty()
                : Optional.of(Remark.error(
                        NAME,
                        "_array_data_external_data.id",
                        places + " places of pixels for " + frames + " frames"
                                + (ofFrame == 1 ? "" : " of " + ofFrame + " stored arrays each"),
                        "each frame has a place for each of its stored arrays"));
    }

    /** How many places the arrays of the first frame have: one that they share, or one for each that is stored by itself. */
    private static int arraysOfFrame(Table arrays) {
        Set<String> places = new HashSet<>();
        Optional<String> first = Optional.empty();
        for (Table.Row array : arrays) {
            Optional<String> binary = array.text("binary_id");
            first = first.or(() -> binary);
            if (!binary.equals(first)) {
                break; // the frames follow one another
            }
            array.text("external_data_id").ifPresent(places::add);
        }
        return Math.max(1, places.size());
    }
}
