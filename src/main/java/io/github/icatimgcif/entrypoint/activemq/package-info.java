/** Door: announcements on a queue of ActiveMQ, by AMQP 1.0. */
@NullMarked
package io.github.icatimgcif.entrypoint.activemq;

import org.jspecify.annotations.NullMarked;
