/** Holds what the documents say against the program: settings, commands, addresses, messages, links. */
@NullMarked
package io.github.icatimgcif.documentation;

import org.jspecify.annotations.NullMarked;
