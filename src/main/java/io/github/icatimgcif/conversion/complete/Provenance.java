package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;

/**
 * Where the value of an item came from.
 *
 * @param item    the item's name, {@code _diffrn_radiation_wavelength.value}
 * @param value   the value as written
 * @param reading what was read, where
 */
public record Provenance(String item, String value, Reading reading) {}
