package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.AxisChain;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A goniometer as known without the raw file.
 *
 * @param axes         its axes at zero settings, base first, McStas frame
 * @param displayNames what the names that operators see mean ({@code Phi -> omega}), keys in lower case
 * @param citation     where this is known from
 */
public record KnownGoniometer(AxisChain axes, Map<String, String> displayNames, String citation) {

    public KnownGoniometer {
        displayNames = Map.copyOf(displayNames);
    }

    /** The axis that a display name means, if it is one. */
    public Optional<String> meantBy(String displayName) {
        return Optional.ofNullable(displayNames.get(displayName.strip().toLowerCase(Locale.ROOT)));
    }
}
