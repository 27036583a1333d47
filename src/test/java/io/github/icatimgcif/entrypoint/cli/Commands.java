package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.adapter.images.StoredImages;
import io.github.icatimgcif.wiring.LocalKnowledgeFiles;
import io.github.icatimgcif.wiring.UsersNetwork;

/** What commands reach for in tests: the real things. */
final class Commands {

    private Commands() {}

    /** All but a conversion. */
    static Outside withoutConversion() {
        return with(wish -> {
            throw new IllegalStateException("nothing is converted here");
        });
    }

    static Outside with(LocalConversion conversion) {
        return new Outside(conversion, new LocalKnowledgeFiles(), new UsersNetwork(), new StoredImages());
    }
}
