package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.register.Catalogue;

/**
 * One catalogue, in each of its roles.
 *
 * @param datasets   finds datasets in it
 * @param metadata   reads what it knows of them
 * @param catalogue  takes registrations
 * @param archive    says what is on tape
 * @param remotePart says whether it answers
 */
public record CatalogueParts(
        Datasets datasets, MetadataSource metadata, Catalogue catalogue, Archive archive, RemotePart remotePart) {}
