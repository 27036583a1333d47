/**
 * The river again, for every dataset of a selection: what is to be converted, in which order of urgency, how far it has come. Start
 * reading at Planning and Advance.
 */
@NullMarked
package io.github.icatimgcif.backlog;

import org.jspecify.annotations.NullMarked;
