/** What an IUCrData Raw Data Letter needs of an imgCIF: a checklist, and the table of the raw data that goes with the letter. */
@NullMarked
package io.github.icatimgcif.judge.letter;

import org.jspecify.annotations.NullMarked;
