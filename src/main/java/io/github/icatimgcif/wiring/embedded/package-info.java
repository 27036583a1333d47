/** A real Kafka broker and a real PostgreSQL inside the service, for where no address is configured. */
@NullMarked
package io.github.icatimgcif.wiring.embedded;

import org.jspecify.annotations.NullMarked;
