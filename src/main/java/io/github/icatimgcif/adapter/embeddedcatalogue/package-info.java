/** A catalogue on PostgreSQL for laboratories that have none. */
@NullMarked
package io.github.icatimgcif.adapter.embeddedcatalogue;

import org.jspecify.annotations.NullMarked;
