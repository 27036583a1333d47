/** A whole file judged: read once, by our own tests or as checkImgCIF does, and held against the dictionary. */
@NullMarked
package io.github.icatimgcif.judge.file;

import org.jspecify.annotations.NullMarked;
