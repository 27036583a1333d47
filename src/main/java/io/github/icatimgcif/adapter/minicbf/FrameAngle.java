package io.github.icatimgcif.adapter.minicbf;

import java.math.BigDecimal;

/**
 * Where an axis stands during one frame.
 *
 * @param start     at its start, degrees, digits as recorded
 * @param increment by how much it advances, degrees, digits as recorded
 */
record FrameAngle(BigDecimal start, BigDecimal increment) {}
