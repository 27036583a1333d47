/** The dictionary, and files held against it, beside cif_validate of cod-tools. */
@NullMarked
package io.github.icatimgcif.judge.dictionary;

import org.jspecify.annotations.NullMarked;
