/**
 * Readers against bytes of all kinds: whatever a file holds, a reader ends with one of the answers it declares, without a hang
 * and without asking for more memory than there is. {@code KeptInputsTest} runs in every build, {@code SearchRun} on demand.
 */
@NullMarked
package io.github.icatimgcif.fuzz;

import org.jspecify.annotations.NullMarked;
