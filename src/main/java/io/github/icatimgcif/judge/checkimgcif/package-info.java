/**
 * What checkImgCIF (the tools of ImgCIFHandler.jl, version of 2025-06-05) does with the text of an imgCIF, test by test: its names,
 * its order, its verdicts and its messages, its limits and mistakes too. Made after a description of what it does. What a file
 * should be by the dictionary is judged next door.
 */
@NullMarked
package io.github.icatimgcif.judge.checkimgcif;

import org.jspecify.annotations.NullMarked;
