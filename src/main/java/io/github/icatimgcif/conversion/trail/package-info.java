/** By what an announcement is followed through the service: its correlation id, and its place in a trace. */
@NullMarked
package io.github.icatimgcif.conversion.trail;

import org.jspecify.annotations.NullMarked;
