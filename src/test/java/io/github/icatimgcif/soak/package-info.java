/**
 * What a soak is made of, apart from the servers: which trouble comes when, what is looked at, and what counts as growth. Its run
 * is SoakIT.
 */
@NullMarked
package io.github.icatimgcif.soak;

import org.jspecify.annotations.NullMarked;
