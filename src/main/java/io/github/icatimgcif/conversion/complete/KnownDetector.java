package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.Vector3;
import java.util.Optional;

/**
 * What is known of a detector whose files say less than they should.
 *
 * @param serialNumber its serial number ({@code E-18-0133})
 * @param description  maker and model
 * @param rotationAxis direction of the axis that turns the sample where this detector stands, McStas frame, length 1
 * @param citation     where this is known from
 */
public record KnownDetector(String serialNumber, String description, Optional<Vector3> rotationAxis, String citation) {}
