/** What is to be said to a person about a dataset: what is wrong and what would be right. */
@NullMarked
package io.github.icatimgcif.finding;

import org.jspecify.annotations.NullMarked;
