/** The port by which a person looks at everything at once: how many datasets stand where, why some failed, where one is. */
@NullMarked
package io.github.icatimgcif.conversion.overview;

import org.jspecify.annotations.NullMarked;
