/** The images that an imgCIF links to: port {@link Images}, and one image with its values. */
@NullMarked
package io.github.icatimgcif.judge.image;

import org.jspecify.annotations.NullMarked;
