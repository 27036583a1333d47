/** What tests find beside the project, or skip loudly without: recorded data, generators, oracles, tools. */
@NullMarked
package io.github.icatimgcif.shared;

import org.jspecify.annotations.NullMarked;
