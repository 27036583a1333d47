/** Who comes to the HTTP doors, and what he may do: shared by all of them. */
@NullMarked
package io.github.icatimgcif.entrypoint.access;

import org.jspecify.annotations.NullMarked;
