package io.github.icatimgcif.wiring;

import io.github.icatimgcif.backlog.CatalogueDatasets;
import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.SignIns;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueChanges;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets;
import io.github.icatimgcif.conversion.register.Catalogue;
import java.util.Optional;

/**
 * One catalogue, in each of its roles.
 *
 * @param datasets    finds datasets in it
 * @param metadata    reads what it knows of them
 * @param catalogue   takes registrations
 * @param files       tells which files it has of a dataset
 * @param archive     says what is on tape
 * @param users       who its users are, and what it shows to them
 * @param signIns     lets its users in
 * @param remotePart  says whether it answers
 * @param unconverted tells which raw datasets have no imgCIF; empty where a dataset is in it by its announcement only
 * @param selection   finds the raw datasets of a selection; empty where a dataset is in it by its announcement only
 * @param changes     tells what has become different of datasets; empty where only announcements change them
 */
public record CatalogueParts(
        Datasets datasets,
        MetadataSource metadata,
        Catalogue catalogue,
        CatalogueFiles files,
        Archive archive,
        CatalogueUsers users,
        SignIns signIns,
        RemotePart remotePart,
        Optional<UnconvertedDatasets> unconverted,
        Optional<CatalogueDatasets> selection,
        Optional<CatalogueChanges> changes) {}
