/** A door that nobody has to knock at: has datasets converted again whose facts, or our knowledge of them, have changed since. */
@NullMarked
package io.github.icatimgcif.entrypoint.renewal;

import org.jspecify.annotations.NullMarked;
