/** What persons state of a dataset where nothing recorded says it: typed, dated, attributed, and never in the place of what was measured. */
@NullMarked
package io.github.icatimgcif.conversion.statement;

import org.jspecify.annotations.NullMarked;
