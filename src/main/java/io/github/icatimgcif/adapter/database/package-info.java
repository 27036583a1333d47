/** The service's own PostgreSQL, for those banks that keep something there. */
@NullMarked
package io.github.icatimgcif.adapter.database;

import org.jspecify.annotations.NullMarked;
