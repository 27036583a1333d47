/** What a judge said, as text and as JSON; shared by the doors that show it. */
@NullMarked
package io.github.icatimgcif.entrypoint.report;

import org.jspecify.annotations.NullMarked;
