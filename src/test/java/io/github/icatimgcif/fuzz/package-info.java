/**
 * Readers against bytes of all kinds: whatever a file holds, a reader ends with one of the answers it declares, without a hang
 * and without asking for more memory than there is. {@code KeptInputsTest} runs in every build, {@code SearchRun} on demand.
 * What a search begins with is in {@code src/test/resources/fuzz}; {@code src/test/scripts/fuzz_pixels.py} makes its HDF5 files with
 * images, {@code pixels/*.h5}.
 */
@NullMarked
package io.github.icatimgcif.fuzz;

import org.jspecify.annotations.NullMarked;
