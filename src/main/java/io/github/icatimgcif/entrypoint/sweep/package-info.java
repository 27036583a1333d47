/** A door that nobody has to knock at: looks in the catalogue for raw datasets that nothing was made of. */
@NullMarked
package io.github.icatimgcif.entrypoint.sweep;

import org.jspecify.annotations.NullMarked;
