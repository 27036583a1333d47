package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plain facts of a full CBF under {@code imgcif:} and the name of the item today, whatever the file calls it; behind them
 * those of its comments, if it has some, which are only asked where the CIF is silent.
 */
final class FullReadings {

    /** Vocabulary of the items of imgCIF. */
    static final String IMGCIF = "imgcif";

    /** Item names as they are now, and what they were called; of a category with several rows the first counts. */
    private record Items(String category, Map<String, List<String>> objects) {}

    private static final List<Items> ITEMS = List.of(
            new Items("diffrn", Map.of("crystal_id", List.of(), "ambient_temperature", List.of("ambient_temp"))),
            new Items(
                    "diffrn_source",
                    Map.of(
                            "facility", List.of(),
                            "beamline", List.of(),
                            "make", List.of("type"),
                            "device", List.of("source"),
                            "current", List.of(),
                            "power", List.of(),
                            "voltage", List.of())),
            new Items(
                    "diffrn_radiation",
                    Map.of(
                            "probe", List.of(),
                            "monochromator", List.of(),
                            "collimation", List.of(),
                            "polarizn_source_ratio", List.of(),
                            "div_x_source", List.of(),
                            "div_y_source", List.of(),
                            "beam_width", List.of(),
                            "beam_flux", List.of())),
            new Items(
                    "diffrn_detector",
                    Map.of(
                            "make", List.of("type"),
                            "description", List.of("detector"),
                            "layer_thickness", List.of(),
                            "dtime", List.of(),
                            "gain_setting", List.of())),
            new Items("diffrn_measurement", Map.of("method", List.of(), "specimen_support", List.of())),
            new Items("exptl_crystal", Map.of("id", List.of())),
            new Items(
                    "diffrn_scan",
                    Map.of(
                            "date_start",
                            List.of(),
                            "date_end",
                            List.of(),
                            "integration_time",
                            List.of(),
                            "time_period",
                            List.of())),
            new Items(
                    "array_intensities",
                    Map.of(
                            "overload",
                            List.of(),
                            "underload",
                            List.of(),
                            "gain",
                            List.of(),
                            "undefined_value",
                            List.of())));

    private static final String DATE = "diffrn_scan_frame.date";

    private final DataBlock block;
    private final String subject;
    private final Findings findings;
    private final List<Reading> readings = new ArrayList<>();

    FullReadings(DataBlock block, String subject, Findings findings) {
        this.block = block;
        this.subject = subject;
        this.findings = findings;
    }

    /**
     * All facts of a frame.
     *
     * @param frameId its id in {@code diffrn_scan_frame}
     */
    List<Reading> read(String frameId, CbfHead head) {
        for (Items items : ITEMS) {
            CifRow.of(block, items.category()).stream()
                    .findFirst()
                    .ifPresent(row -> items.objects().keySet().stream().sorted().forEach(object -> {
                        List<String> names = new ArrayList<>(List.of(object));
                        names.addAll(items.objects().getOrDefault(object, List.of()));
                        row.text(names.toArray(String[]::new))
                                .ifPresent(text -> add(items.category() + "." + object, text));
                    }));
        }
        wavelength();
        CifRow.of(block, "diffrn_scan_frame").stream()
                .filter(row -> row.says("frame_id", frameId))
                .findFirst()
                .ifPresent(this::frame);
        // The comments tell of the detector what the CIF may not; what is wrong with them does not matter then.
        readings.addAll(new MiniReadings(MiniHeader.parse(head.text()), subject, new Findings()).read());
        return readings;
    }

    /** Those that do not belong to a single frame. */
    static List<Reading> lasting(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> !reading.term().name().equals(DATE)
                        && !reading.term().name().equals("date")
                        && !reading.term().name().equals("Flux"))
                .toList();
    }

    private void frame(CifRow row) {
        row.text("date").ifPresent(date -> add(DATE, date));
        row.number("integration_time")
                .filter(time -> time.signum() > 0)
                .ifPresent(time -> add("diffrn_scan_frame.integration_time", time.toString()));
        row.number("time_period", "exposure_time")
                .filter(time -> time.signum() > 0)
                .ifPresent(time -> add("diffrn_scan_frame.time_period", time.toString()));
    }

    /** The wavelength of the radiation, or else the one of the greatest weight. */
    private void wavelength() {
        List<CifRow> rows = CifRow.of(block, "diffrn_radiation_wavelength").stream()
                .filter(row -> row.number("value", "wavelength").isPresent())
                .toList();
        Optional<String> named =
                CifRow.of(block, "diffrn_radiation").stream().findFirst().flatMap(row -> row.text("wavelength_id"));
        Optional<CifRow> chosen = rows.stream()
                .filter(row -> row.text("id").isPresent() && row.text("id").equals(named))
                .findFirst()
                .or(() -> rows.stream()
                        .max(Comparator.comparing(row -> row.number("wt").orElse(BigDecimal.ZERO))));
        chosen.flatMap(row -> row.number("value", "wavelength"))
                .ifPresent(value -> add("diffrn_radiation_wavelength.value", value.toString()));
        if (rows.size() > 1) {
            findings.warning(
                    subject,
                    "the file gives " + rows.size() + " wavelengths; described is "
                            + (named.isPresent() ? "that of the radiation" : "the one of the greatest weight"));
        }
    }

    private void add(String name, String text) {
        readings.add(new Reading(Source.RAW_FILE, new SourceTerm(IMGCIF, name), text));
    }
}
