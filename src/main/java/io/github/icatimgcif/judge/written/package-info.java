/** What a block says of axes, elements and places, read by the definitions of the dictionary and nothing else. */
@NullMarked
package io.github.icatimgcif.judge.written;

import org.jspecify.annotations.NullMarked;
