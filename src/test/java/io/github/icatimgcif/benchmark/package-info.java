/** How long conversions take; measured on demand, never judged by a build. */
@NullMarked
package io.github.icatimgcif.benchmark;

import org.jspecify.annotations.NullMarked;
