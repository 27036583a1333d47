/** What lies on disk beside the raw data: metadata.json is read there, the imgCIF is written there. */
@NullMarked
package io.github.icatimgcif.adapter.disk;

import org.jspecify.annotations.NullMarked;
