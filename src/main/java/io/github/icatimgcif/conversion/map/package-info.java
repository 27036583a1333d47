/** Third stage: the completed experiment in the words of the imgCIF dictionary. */
@NullMarked
package io.github.icatimgcif.conversion.map;

import org.jspecify.annotations.NullMarked;
