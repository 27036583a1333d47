/**
 * icat-imgcif makes, checks and registers an imgCIF for every dataset that a facility stores.
 *
 * <pre>
 *   words        cif  quantity  geometry  experiment  provenance  finding  dataset
 *   the river    conversion: collect, complete, map, validate, write, register   (knows the words)
 *   the banks    adapter:    icat, hdf5, nxmx, knowledge, disk, journal ...      (speak to one outside thing each)
 *   the doors    entrypoint: kafka, api, cli                                      (turn a wish into the river's work)
 *   the wiring   wiring: producers, embedded defaults, readiness                  (sees all, seen by none)
 * </pre>
 *
 * Start reading at {@link io.github.icatimgcif.conversion.DatasetConversion}.
 */
@NullMarked
package io.github.icatimgcif;

import org.jspecify.annotations.NullMarked;
