/** Pictures of what an imgCIF says, as SVG: the geometry, and a frame on it. Knows nothing of pages; what it draws is escaped. */
@NullMarked
package io.github.icatimgcif.judge.picture;

import org.jspecify.annotations.NullMarked;
