package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The comments of a miniCBF, {@code # Detector_distance 0.35100 m}, which PILATUS detectors write into the description of a TIFF
 * just as well. As Dectris wrote them down, {@code # = : , ( )} are blanks; the date has no key, and the sensor has its material
 * for one.
 */
public final class MiniHeader {

    /** Keys that a miniCBF has and nothing else. */
    private static final List<String> TELLING = List.of("Detector", "Pixel_size", "Wavelength", "Detector_distance");

    /** The first line of a CBF begins like a comment and is none. */
    private static final String CBF_MAGIC = "###CBF";

    private static final String BLANKS = "[\\s#=:,()]+";

    private static final Pattern DATE = Pattern.compile(
            "(?i)(?:date[\\s:=]+)?(\\d{4}[-/](?:\\d{1,2}|[a-z]{3})[-/]\\d{1,2}[T ]\\s*\\d{1,2}:\\d{2}\\S*(?: ?[+-]\\d{2}:?\\d{2})?)\\s*");

    private static final Pattern SENSOR = Pattern.compile("(?i)(.+?)\\s+sensor\\b[\\s,:=]*(thickness\\b.*)?");

    private static final Pattern DIVIDED = Pattern.compile("[+-]?\\d*,\\d");

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?i)\\d|nan|inf");

    private static final Pattern SERIAL_NUMBER = Pattern.compile("(?i)\\bS/N[\\s:=]*([^\\s,]+)[\\s,]*");

    /** By key in lower case. */
    private final Map<String, String> values;

    private MiniHeader(Map<String, String> values) {
        this.values = values;
    }

    /** The comments among the lines of a text; of a key that occurs twice the first counts. */
    public static MiniHeader parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\\r\\n|\\r|\\n")) {
            String comment = line.strip();
            if (!comment.startsWith("#") || comment.startsWith(CBF_MAGIC)) {
                continue;
            }
            comment = comment.replaceFirst("^#+\\s*", "");
            Matcher date = DATE.matcher(comment);
            Matcher sensor = SENSOR.matcher(comment);
            if (date.matches()) {
                values.putIfAbsent("date", date.group(1));
            } else if (sensor.matches() && !comment.toLowerCase(Locale.ROOT).startsWith("comment")) {
                values.putIfAbsent("sensor_material", sensor.group(1).strip());
                Optional.ofNullable(sensor.group(2))
                        .ifPresent(thickness ->
                                values.putIfAbsent("sensor_thickness", thickness.substring("thickness".length())));
            } else {
                Matcher key = Pattern.compile("([^\\s:=,()]+)[\\s:=]*(.*)").matcher(comment);
                if (key.matches()) {
                    values.putIfAbsent(
                            key.group(1).toLowerCase(Locale.ROOT), key.group(2).strip());
                }
            }
        }
        return new MiniHeader(values);
    }

    /** Whether it says anything of a detector or a beam. */
    public boolean isUseful() {
        return TELLING.stream().anyMatch(key -> text(key).isPresent());
    }

    /** The text behind a key; empty if there is none or it is {@code (nil)}. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)))
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("(nil)"));
    }

    /** All numbers behind a key, in their order; empty if there is none. */
    List<BigDecimal> numbers(String key) {
        return words(key).stream()
                .map(HeaderNumber::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The first number behind a key; empty if its digits are divided by a comma, which may stand for a point or for nothing.
     */
    public Optional<BigDecimal> number(String key) {
        return text(key).filter(text -> DIVIDED.matcher(text).lookingAt()).isPresent()
                ? Optional.empty()
                : numbers(key).stream().findFirst();
    }

    /** Whether there is something like a number behind a key that cannot be read as one. */
    boolean isUnreadable(String key) {
        return number(key).isEmpty()
                && text(key).filter(text -> LIKE_A_NUMBER.matcher(text).find()).isPresent();
    }

    /** The first number behind a key if it is not 0: programs write 0 for what they do not know. */
    Optional<BigDecimal> known(String key) {
        return number(key).filter(number -> number.signum() != 0);
    }

    /** The unit behind a key, if the header gives one that is known. */
    Optional<Unit> unit(String key) {
        return words(key).stream()
                .filter(word -> HeaderNumber.read(word).isEmpty())
                .map(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
                .flatMap(word -> UnitWords.unit(word).stream())
                .findFirst();
    }

    /**
     * All lengths behind a key that are above 0, in their order, mm; in metres, the unit of the format, where the header gives
     * none. Empty if they cannot be metres, or if digits are divided by a comma.
     */
    List<BigDecimal> lengths(String key) {
        if (number(key).isEmpty() || needsUnit(key)) {
            return List.of();
        }
        Unit unit = lengthUnit(key).orElse(Unit.METRE);
        return positive(key)
                .map(number -> new Quantity(number, unit).in(Unit.MILLIMETRE).magnitude())
                .toList();
    }

    /** Whether there is a length without a unit that no instrument has in metres, so that nobody can tell what it is. */
    boolean needsUnit(String key) {
        return lengthUnit(key).isEmpty() && !positive(key).allMatch(number -> PlausibleLength.isMetres(key, number));
    }

    /** The unit of a length, if the header gives one. */
    Optional<Unit> lengthUnit(String key) {
        return unit(key).filter(unit -> unit.dimension() == Unit.Dimension.LENGTH);
    }

    private Stream<BigDecimal> positive(String key) {
        return numbers(key).stream().filter(number -> number.signum() > 0);
    }

    /** What the detector is called, without its serial number and its place: {@code PILATUS3 6M}. */
    Optional<String> detector() {
        return text("Detector")
                .map(text -> SERIAL_NUMBER.split(text)[0].replaceFirst("[\\s,]+$", ""))
                .filter(text -> !text.isEmpty());
    }

    /** Its serial number: {@code 60-0119}. */
    Optional<String> serialNumber() {
        return text("Detector")
                .map(SERIAL_NUMBER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** What follows the serial number: {@code Diamond}, {@code ESRF ID29}. */
    Optional<String> place() {
        return text("Detector")
                .map(SERIAL_NUMBER::matcher)
                .filter(Matcher::find)
                .map(found -> text("Detector").orElse("").substring(found.end()).strip())
                .filter(text -> !text.isEmpty());
    }

    private List<String> words(String key) {
        return text(key)
                .map(text -> Arrays.stream(text.split(BLANKS))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
