/** Door: HTTP, for facilities without Kafka and for everybody who asks what became of a dataset. */
@NullMarked
package io.github.icatimgcif.entrypoint.api;

import org.jspecify.annotations.NullMarked;
