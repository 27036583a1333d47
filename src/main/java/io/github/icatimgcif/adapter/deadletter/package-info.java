/** Bank: dead letters on PostgreSQL. */
@NullMarked
package io.github.icatimgcif.adapter.deadletter;

import org.jspecify.annotations.NullMarked;
