/** Judges an imgCIF, ours or anybody's: what a judge can say, and in the rooms below the judges. */
@NullMarked
package io.github.icatimgcif.judge;

import org.jspecify.annotations.NullMarked;
