/** Puts the rooms together: producers, embedded defaults, readiness, metrics. Sees all, is seen by none. */
@NullMarked
package io.github.icatimgcif.wiring;

import org.jspecify.annotations.NullMarked;
