/** What a CIF dictionary demands of a file, as data, and the check of a file against it. */
@NullMarked
package io.github.icatimgcif.judge.dictionary;

import org.jspecify.annotations.NullMarked;
