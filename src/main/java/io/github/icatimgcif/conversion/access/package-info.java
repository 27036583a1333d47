/** Who asks, and what the catalogue shows to him: the port, and what keeps the catalogue from being asked for each request. */
@NullMarked
package io.github.icatimgcif.conversion.access;

import org.jspecify.annotations.NullMarked;
