/** The journal on PostgreSQL: what became of each dataset. */
@NullMarked
package io.github.icatimgcif.adapter.journal;

import org.jspecify.annotations.NullMarked;
