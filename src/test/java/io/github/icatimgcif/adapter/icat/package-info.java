/** Tests of the ICAT adapter, against an ICAT played in memory. */
@NullMarked
package io.github.icatimgcif.adapter.icat;

import org.jspecify.annotations.NullMarked;
