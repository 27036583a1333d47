package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.Head;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header of one SMV image: {@code KEY=value;} between braces, padded to {@code HEADER_BYTES}. Of the keys only those are
 * kept that are asked for.
 */
final class SmvHeader {

    /** Headers are 512 or 1024 bytes, Rigaku's up to 16384. */
    static final int BYTES = 16 * 1024;

    private static final Set<String> KEPT = Set.of(
            "HEADER_BYTES",
            "BYTE_ORDER",
            "TYPE",
            "DATA_TYPE",
            "COMPRESSION",
            "DIM",
            "SIZE1",
            "SIZE2",
            "PIXEL_SIZE",
            "DISTANCE",
            "TWOTHETA",
            "WAVELENGTH",
            "OSC_START",
            "OSC_RANGE",
            "PHI",
            "AXIS",
            "TIME",
            "DATE",
            "BEAM_CENTER_X",
            "BEAM_CENTER_Y",
            "DENZO_XBEAM",
            "DENZO_YBEAM",
            "DENZO_X_BEAM",
            "DENZO_Y_BEAM",
            "DENZO_BEAM_CENTER_X",
            "DENZO_BEAM_CENTER_Y",
            "DETECTOR_SN",
            "BEAMLINE",
            "BIN",
            "CCD_IMAGE_SATURATION");

    /**
     * Keys of d*TREK and of those who write as it does (Rigaku, CrysAlis): axes as vectors, and a rotation of many numbers. ADSC
     * has none of them, and what both have, such as a wavelength, does not make the rest mean the same.
     */
    private static final Pattern VECTORS = Pattern.compile(
            "(.*_)?DTREK.*|.*CRYSALIS.*|DETECTOR_NAMES|(.*_)?GONIO_.*|.*_SPATIAL_(DISTORTION|BEAM).*|CCD_DETECTOR_.*"
                    + "|.*_DETECTOR_(DESCRIPTION|DIMENSIONS|IDENTIFICATION|SIZE|VECTORS)|(SCAN_)?ROTATION(_.*)?"
                    + "|SOURCE_(VECTORS|WAVELENGTH|SPECTRAL_DISPERSION|CROSSFIRE|SIZE)");

    private final Map<String, String> values;
    private final Optional<String> vectors;

    private SmvHeader(Map<String, String> values, Optional<String> vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** The header at the beginning of a file; empty if the file is no SMV. */
    static Optional<SmvHeader> of(Head head) {
        return FileKind.of(head) == FileKind.SMV ? Optional.of(parse(head.text())) : Optional.empty();
    }

    /** The header at the beginning of a text that begins with its brace. */
    static SmvHeader parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> vectors = Optional.empty();
        int end = text.indexOf('}');
        for (String line : text.substring(1, end < 0 ? text.length() : end).split(";")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals).strip().toUpperCase(Locale.ROOT);
                String value = line.substring(equals + 1).strip();
                if (vectors.isEmpty() && VECTORS.matcher(key).matches()) {
                    vectors = Optional.of(key);
                }
                if (KEPT.contains(key) && !value.isEmpty()) {
                    values.putIfAbsent(key, value);
                }
            }
        }
        if (end >= 0) {
            values.put("}", "");
        }
        return new SmvHeader(values, vectors);
    }

    /** Whether the closing brace was found. */
    boolean isWhole() {
        return values.containsKey("}");
    }

    /** A key by which it is none of ADSC's headers but one of d*TREK's, whose geometry is in vectors; empty if it has none. */
    Optional<String> keyOfVectors() {
        return vectors;
    }

    /** What a key says, without blanks around. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The number a key says, digits as recorded; empty if it says none. */
    Optional<BigDecimal> number(String key) {
        try {
            return text(key).map(BigDecimal::new).filter(number -> Math.abs(number.scale()) < 30);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number above zero a key says: 0 and less stand for "not set". */
    Optional<BigDecimal> positive(String key) {
        return number(key).filter(number -> number.signum() > 0);
    }

    /** Whether another image was taken by the same detector in the same place. */
    boolean isSameSetup(SmvHeader other) {
        return Set.of("SIZE1", "SIZE2", "PIXEL_SIZE", "DISTANCE", "TWOTHETA", "WAVELENGTH", "AXIS", "TYPE").stream()
                .allMatch(key -> text(key).equals(other.text(key)));
    }
}
