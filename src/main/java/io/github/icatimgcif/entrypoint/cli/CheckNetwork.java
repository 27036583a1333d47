package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.List;

/** What a check on the command line may ask over the network. */
public interface CheckNetwork {

    /**
     * The files at the hosts of a wish.
     *
     * @throws IllegalArgumentException if a host cannot be read
     */
    StoredFiles files(Wish wish);

    /**
     * The file of a URL that the user gave himself: its host may be asked, and those of the wish if it is redirected.
     *
     * @throws IllegalArgumentException if a host of the wish cannot be read
     * @throws NotStored                if it cannot be brought here
     */
    StoredFile fetched(String url, Wish wish);

    /**
     * Who may be asked.
     *
     * @param hosts       {@code archive.example.org}, {@code *.example.org}, {@code archive.example.org:8443}
     * @param addresses   where these hosts may be
     * @param largestFile bytes of a file that are brought here
     */
    record Wish(List<String> hosts, Addresses addresses, long largestFile) {
        public Wish {
            hosts = List.copyOf(hosts);
        }
    }

    /** Where hosts may be. */
    enum Addresses {
        /** At public addresses only. */
        PUBLIC,
        /** At addresses of the facility and of this machine too. */
        PRIVATE_TOO
    }
}
