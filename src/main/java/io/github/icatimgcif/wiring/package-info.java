/** Puts the service together: start, configuration, what is made of what. Sees all, is seen by none. */
@NullMarked
package io.github.icatimgcif.wiring;

import org.jspecify.annotations.NullMarked;
