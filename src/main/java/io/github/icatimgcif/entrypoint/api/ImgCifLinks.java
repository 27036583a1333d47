package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.FilesInCatalogue;
import io.github.icatimgcif.conversion.collect.RawFolder;
import io.github.icatimgcif.conversion.map.ExternalUris;
import io.github.icatimgcif.conversion.map.LinkTemplates;
import io.github.icatimgcif.conversion.map.MovedLinks;
import io.github.icatimgcif.conversion.map.WrittenLinks;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The links of an imgCIF as somebody wants to have them. */
@Singleton
public final class ImgCifLinks {

    private final LinkTemplates templates;
    private final Datasets catalogue;
    private final CatalogueFiles files;

    ImgCifLinks(LinkTemplates templates, Datasets catalogue, CatalogueFiles files) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.files = files;
    }

    /**
     * What makes the links of what they are.
     *
     * @throws WebApplicationException with the answer, if the dataset cannot have such links
     */
    UnaryOperator<String> of(JournalEntry entry, WrittenImgCif file, LinkChoice choice) {
        return switch (choice) {
            case KEPT -> UnaryOperator.identity();
            case LOCAL -> moved(entry, file, MovedLinks.BESIDE, Optional.empty());
            case PORTAL -> moved(entry, file, portal(), listed(entry));
            case DOI -> moved(entry, file, templates.doi(), listed(entry));
        };
    }

    /** What the links mean now. */
    WrittenLinks written(JournalEntry entry, WrittenImgCif file) {
        Path folder = Optional.ofNullable(file.path().getParent()).orElse(Path.of("/"));
        return new WrittenLinks(templates.kept(), folder, folder(entry).path());
    }

    /** Where the raw files lie. */
    static RawFolder folder(JournalEntry entry) {
        Path location = Path.of(entry.dataset().location());
        Path parent = location.getParent();
        Path folder = parent != null && Files.isRegularFile(location) ? parent : location;
        try {
            return new RawFolder(folder, folder.toRealPath());
        } catch (IOException e) { // it is on tape: the links can be written all the same
            return new RawFolder(folder, folder);
        }
    }

    /** What the catalogue says of the dataset. */
    Optional<CatalogueEntry> listed(JournalEntry entry) {
        return catalogue.find(entry.dataset());
    }

    private String portal() {
        return templates
                .portal()
                .orElseThrow(() -> refused("this facility has not said how its portal links to raw files: the operator"
                        + " sets portalUri in the facility's file; take uri=local, or leave it away"));
    }

    private UnaryOperator<String> moved(
            JournalEntry entry, WrittenImgCif file, String template, Optional<CatalogueEntry> listed) {
        Optional<Long> id = listed.map(CatalogueEntry::id);
        Optional<String> doi = listed.flatMap(CatalogueEntry::doi).filter(text -> !text.isBlank());
        if (template.contains("{doi}") && doi.isEmpty()) {
            throw refused("the dataset has no DOI yet: take uri=local or uri=portal, or ask again once one is minted");
        }
        if ((template.contains("{id}") || template.contains(LinkTemplates.FILE_ID)) && id.isEmpty()) {
            throw refused("the catalogue does not have this dataset, and links into the portal need its id");
        }
        RawFolder folder = folder(entry);
        ExternalUris uris = new ExternalUris(template, folder.path(), folder.path(), id, doi);
        return new MovedLinks(written(entry, file), folder, uris, fileIds(folder, template, id));
    }

    private Function<Path, Optional<Long>> fileIds(RawFolder folder, String template, Optional<Long> id) {
        if (!template.contains(LinkTemplates.FILE_ID)) {
            return below -> Optional.empty();
        }
        FilesInCatalogue known = new FilesInCatalogue(folder, files.filesOf(id.orElseThrow()));
        return below -> known.of(below).map(CatalogueFiles.Listed::id);
    }

    private static WebApplicationException refused(String why) {
        return new WebApplicationException(Problem.response(Response.Status.CONFLICT, why));
    }
}
