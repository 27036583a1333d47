/** What the service is deployed and watched with, held against what it is for. */
@NullMarked
package io.github.icatimgcif.deployment;

import org.jspecify.annotations.NullMarked;
