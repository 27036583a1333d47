/** Speaks to an ICAT 5 or 6 server over REST: finds datasets, reads their parameters, registers imgCIFs. */
@NullMarked
package io.github.icatimgcif.adapter.icat;

import org.jspecify.annotations.NullMarked;
