/** What a facility stores: a dataset with its proposal, sample, location and parameters. */
@NullMarked
package io.github.icatimgcif.dataset;

import org.jspecify.annotations.NullMarked;
