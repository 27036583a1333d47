/** Backlogs on PostgreSQL, and the journal as they see it. */
@NullMarked
package io.github.icatimgcif.adapter.backlog;

import org.jspecify.annotations.NullMarked;
