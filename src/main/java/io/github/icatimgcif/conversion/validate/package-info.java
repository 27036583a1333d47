/** Fourth stage: the checks. One class, one check; only a block that passes becomes Verdict.Valid. */
@NullMarked
package io.github.icatimgcif.conversion.validate;

import org.jspecify.annotations.NullMarked;
