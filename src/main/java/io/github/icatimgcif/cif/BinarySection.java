package io.github.icatimgcif.cif;

import java.util.Locale;
import java.util.Optional;

/**
 * A binary section in the place of a value, as full CBF files have it: its header without its bytes.
 *
 * @param header the MIME header as it stands in the file, lines ended by line feeds, without the line that opens the section
 */
public record BinarySection(String header) implements CifValue {

    /**
     * The value of a field of the header, folded lines joined and quotes left as they are.
     *
     * @param name name of the field, upper or lower case: {@code X-Binary-Size}
     */
    public Optional<String> field(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        StringBuilder value = new StringBuilder();
        boolean inside = false;
        for (String line : header.split("\n", -1)) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (inside && goesOn) {
                value.append(' ').append(line.strip());
            } else if (inside) {
                break;
            } else if (line.toLowerCase(Locale.ROOT).startsWith(start)) {
                inside = true;
                value.append(line.substring(start.length()).strip());
            }
        }
        return inside ? Optional.of(value.toString()) : Optional.empty();
    }

    @Override
    public Optional<String> asText() {
        return Optional.empty();
    }

    @Override
    public Optional<java.math.BigDecimal> asNumber() {
        return Optional.empty();
    }
}
