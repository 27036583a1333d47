/** A door for datasets that no event and no catalogue tells of: looks for them on the disk, when it is asked to. */
@NullMarked
package io.github.icatimgcif.entrypoint.scan;

import org.jspecify.annotations.NullMarked;
