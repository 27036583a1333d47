package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.web.AllowedHosts;
import io.github.icatimgcif.adapter.web.WebSettings;
import io.github.icatimgcif.entrypoint.cli.CheckNetwork;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.time.Duration;
import java.util.List;

/** What a user at a command line allows to be asked over the network. */
public final class UsersNetwork implements CheckNetwork {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
    private static final Duration FILE_TIME = Duration.ofMinutes(10);
    private static final int MOST_ASKED = 100;

    @Override
    public StoredFiles files(Wish wish) {
        return new AllowedHosts(reach(settings(wish), wish));
    }

    @Override
    public StoredFile fetched(String url, Wish wish) {
        return new AllowedHosts(reach(settings(wish).withHostOf(url), wish)).open(url);
    }

    private static WebSettings settings(Wish wish) {
        return new WebSettings(
                wish.hosts(),
                List.of(),
                CONNECT_TIMEOUT,
                ANSWER_TIME,
                FILE_TIME,
                wish.largestFile(),
                MOST_ASKED,
                "icat-imgcif/" + ServiceVersion.get());
    }

    private static WebSettings reach(WebSettings settings, Wish wish) {
        return switch (wish.addresses()) {
            case PUBLIC -> settings;
            case PRIVATE_TOO -> settings.withinToo();
        };
    }
}
