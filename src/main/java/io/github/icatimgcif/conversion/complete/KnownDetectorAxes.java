package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.AxisChain;

/**
 * The axes that carry a detector, as known without the raw file.
 *
 * @param axes     at zero settings, base first, McStas frame; a two theta axis among them turns the way its angles are recorded
 * @param citation where this is known from
 */
public record KnownDetectorAxes(AxisChain axes, String citation) {}
