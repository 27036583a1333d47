/** The far side of a facility that registers by messages: a real broker in this process, and what its ingester does. */
@NullMarked
package io.github.icatimgcif.ingester;

import org.jspecify.annotations.NullMarked;
