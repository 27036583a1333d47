/** Fourth stage: the judge's tests, and what only the measurement can tell; a block that passes becomes Verdict.Valid. */
@NullMarked
package io.github.icatimgcif.conversion.validate;

import org.jspecify.annotations.NullMarked;
