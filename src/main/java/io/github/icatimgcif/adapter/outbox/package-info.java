/** What is to leave: stored in the transaction that says why, sent afterwards until it is gone. */
@NullMarked
package io.github.icatimgcif.adapter.outbox;

import org.jspecify.annotations.NullMarked;
