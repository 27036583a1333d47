/** Pages for operators: plain HTML that works without script. Shows what the ports and the doors of the API know, and decides nothing. */
@NullMarked
package io.github.icatimgcif.entrypoint.console;

import org.jspecify.annotations.NullMarked;
