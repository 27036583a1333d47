/** Door: announcements on a Kafka topic. */
@NullMarked
package io.github.icatimgcif.entrypoint.kafka;

import org.jspecify.annotations.NullMarked;
