package io.github.icatimgcif.adapter.web;

import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;

/**
 * The files of http and https URIs at hosts that were named. Every redirect is judged as the URI was, none leads from https to
 * http, and after five the file is given up.
 */
public final class AllowedHosts implements StoredFiles {

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_SHOWN = 200;

    private final WebSettings settings;
    private final Hosts hosts;
    private final WebClient client;

    /**
     * The files at these hosts; opens no connection yet.
     *
     * @throws IllegalArgumentException if a host cannot be read
     */
    public AllowedHosts(WebSettings settings) {
        this(settings, Names::ofThisMachine);
    }

    AllowedHosts(WebSettings settings, Names names) {
        this.settings = settings;
        this.hosts = new Hosts(settings.hosts(), settings.privateHosts());
        this.client = new WebClient(settings, new JudgedNames(hosts, names, settings.connectTimeout()));
    }

    @Override
    public Presence presence(String uri) {
        try {
            Reply reply = follow(uri, new Wish.FirstByte(), Deadline.in(settings.answerTime()));
            if (reply.isSuccess()) {
                return new Presence.There();
            }
            String why = shown(uri) + ": " + reply.meaning();
            return reply.isPassing() ? new Presence.Unanswered(why) : new Presence.Missing(why);
        } catch (NotAllowed e) {
            return new Presence.NotAsked(e.why());
        } catch (NoAnswer e) {
            return new Presence.Unanswered(shown(uri) + ": " + e.getMessage());
        }
    }

    @Override
    public StoredFile open(String uri) {
        BroughtFile file = BroughtFile.in(uri);
        boolean isBrought = false;
        try {
            Wish wish = new Wish.Whole(file.path(), settings.largestFile());
            Reply reply = follow(uri, wish, Deadline.in(settings.fileTime()));
            isBrought = reply.status() == 200;
            if (!isBrought) {
                throw new NotStored(shown(uri) + ": " + reply.meaning());
            }
            return file;
        } catch (NotAllowed e) {
            throw new NotStored(shown(uri) + ": " + e.why());
        } catch (NoAnswer e) {
            throw new NotStored(shown(uri) + ": " + e.getMessage());
        } finally {
            if (!isBrought) {
                file.close();
            }
        }
    }

    @Override
    public int mostAsked() {
        return settings.mostAsked();
    }

    private Reply follow(String uri, Wish wish, Deadline deadline) {
        WebAddress address = WebAddress.parse(uri);
        hosts.demand(address);
        for (int redirects = 0; ; redirects++) {
            Reply reply = client.get(address, wish, deadline);
            if (!reply.isRedirect()) {
                return reply;
            }
            if (redirects == MOST_REDIRECTS) {
                throw new NoAnswer("it is redirected more than " + MOST_REDIRECTS + " times");
            }
            address = redirected(address, reply.location().orElseThrow());
        }
    }

    private WebAddress redirected(WebAddress from, String location) {
        try {
            WebAddress to = from.redirected(location);
            hosts.demand(to);
            return to;
        } catch (NotAllowed e) {
            throw new NotAllowed("it is redirected by " + from.site() + ": " + e.why(), e);
        }
    }

    private static String shown(String uri) {
        return uri.length() <= LONGEST_SHOWN ? uri : uri.substring(0, LONGEST_SHOWN) + "...";
    }
}
