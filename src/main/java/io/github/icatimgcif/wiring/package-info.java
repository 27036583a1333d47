/**
 * Puts the service together: start, configuration, what is made of what. A House makes the parts of one subject, a Life starts and
 * ends them, a Config says what a facility can set. Sees all, is seen by none.
 */
@NullMarked
package io.github.icatimgcif.wiring;

import org.jspecify.annotations.NullMarked;
