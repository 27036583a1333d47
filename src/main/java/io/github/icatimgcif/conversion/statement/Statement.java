package io.github.icatimgcif.conversion.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact that somebody stated of one dataset.
 *
 * @param id     by which it is withdrawn
 * @param fact   what is stated
 * @param by     who states it
 * @param at     when
 * @param remark how he knows; empty if he does not say
 */
public record Statement(long id, StatedFact fact, String by, Instant at, Optional<String> remark) {}
