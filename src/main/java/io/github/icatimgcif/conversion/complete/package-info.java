/** Second stage: trust order, conflicts and beamline knowledge make one complete experiment of many readings. */
@NullMarked
package io.github.icatimgcif.conversion.complete;

import org.jspecify.annotations.NullMarked;
