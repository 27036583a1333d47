/** The shape of an announced dataset, which every door reads the same way. */
@NullMarked
package io.github.icatimgcif.entrypoint.message;

import org.jspecify.annotations.NullMarked;
