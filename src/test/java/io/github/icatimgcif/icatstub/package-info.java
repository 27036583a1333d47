/** An ICAT server for tests: keeps entities in memory, refuses what ICAT 6.2 was seen to refuse, breaks on request. */
@NullMarked
package io.github.icatimgcif.icatstub;

import org.jspecify.annotations.NullMarked;
