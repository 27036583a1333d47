/**
 * The files that an imgCIF links to, over HTTP: only from hosts that were named, at public addresses, within limits of time and
 * size. A URI in a file of a stranger must not make this program ask anything inside the facility for him.
 */
@NullMarked
package io.github.icatimgcif.adapter.web;

import org.jspecify.annotations.NullMarked;
