/** Reads SMV: a text header in braces before the pixels, as ADSC and other makers of CCD detectors wrote it. */
@NullMarked
package io.github.icatimgcif.adapter.smv;

import org.jspecify.annotations.NullMarked;
