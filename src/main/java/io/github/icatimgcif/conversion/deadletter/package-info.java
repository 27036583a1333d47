/** Messages that announce no dataset: what is kept of them, so that nothing is lost for a reason that nobody can see. */
@NullMarked
package io.github.icatimgcif.conversion.deadletter;

import org.jspecify.annotations.NullMarked;
