/** The files that an imgCIF links to: port {@link StoredFiles}, and those of a folder. */
@NullMarked
package io.github.icatimgcif.judge.stored;

import org.jspecify.annotations.NullMarked;
