/**
 * Raw data of one file for each frame: a folder of files, one file, or an archive of files, seen alike, plain or compressed;
 * confined to the data roots. Start reading at {@link RawFiles}.
 */
@NullMarked
package io.github.icatimgcif.adapter.files;

import org.jspecify.annotations.NullMarked;
