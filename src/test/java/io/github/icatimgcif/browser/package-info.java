/** The pages as people use them: a real Chromium, by keyboard, wide and narrow. */
@NullMarked
package io.github.icatimgcif.browser;

import org.jspecify.annotations.NullMarked;
