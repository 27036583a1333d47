/** One measured experiment, typed: goniometer, detector and its elements, scans, and where every frame lies. */
@NullMarked
package io.github.icatimgcif.experiment;

import org.jspecify.annotations.NullMarked;
