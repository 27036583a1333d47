package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;

/**
 * Where an axis stands during one frame.
 *
 * @param start     at its start, degrees or mm, digits as recorded
 * @param increment by how much it advances, degrees or mm, digits as recorded
 */
record FrameAngle(BigDecimal start, BigDecimal increment) {}
