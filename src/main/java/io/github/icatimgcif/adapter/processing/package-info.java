/** What programs that processed the data found out: results that come back, kept for the raw dataset they are of. */
@NullMarked
package io.github.icatimgcif.adapter.processing;

import org.jspecify.annotations.NullMarked;
