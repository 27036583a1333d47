/** Our own tests: what makes an imgCIF true and usable, with several blocks, detectors, elements and arrays. One class one test. */
@NullMarked
package io.github.icatimgcif.judge.own;

import org.jspecify.annotations.NullMarked;
