/**
 * Crystallographic Binary Files: series of miniCBF, whose comments give numbers, and full CBF, whose CIF gives every axis.
 * Start reading at {@link CbfFormat}.
 */
@NullMarked
package io.github.icatimgcif.adapter.cbf;

import org.jspecify.annotations.NullMarked;
