/** Archives that are made while they are sent: what is in them, and how zip and tar have it. */
@NullMarked
package io.github.icatimgcif.entrypoint.api.bundle;

import org.jspecify.annotations.NullMarked;
