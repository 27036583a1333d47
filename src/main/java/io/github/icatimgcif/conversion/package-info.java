/** The river: a stored dataset becomes a registered imgCIF. Start reading at DatasetConversion. */
@NullMarked
package io.github.icatimgcif.conversion;

import org.jspecify.annotations.NullMarked;
