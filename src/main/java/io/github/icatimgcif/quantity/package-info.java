/** Numbers that travel with their unit, and the unit words of NeXus, ICAT and CIF. */
@NullMarked
package io.github.icatimgcif.quantity;

import org.jspecify.annotations.NullMarked;
