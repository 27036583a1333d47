/** The ingester of ESRF-style facilities: the message that asks it to register a dataset, and the queue it listens to. */
@NullMarked
package io.github.icatimgcif.adapter.ingest;

import org.jspecify.annotations.NullMarked;
