/** Workers that take waiting datasets from PostgreSQL, one at a time per dataset, and never lose one. */
@NullMarked
package io.github.icatimgcif.adapter.jobs;

import org.jspecify.annotations.NullMarked;
