/** Tests that look at the images themselves: whether they can be read, and are what the block says. */
@NullMarked
package io.github.icatimgcif.judge.own.images;

import org.jspecify.annotations.NullMarked;
