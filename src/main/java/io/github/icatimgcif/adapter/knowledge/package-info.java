/** Reads what a facility edits: mapping, beamline and facility files in YAML; the names of the keys live only here. */
@NullMarked
package io.github.icatimgcif.adapter.knowledge;

import org.jspecify.annotations.NullMarked;
