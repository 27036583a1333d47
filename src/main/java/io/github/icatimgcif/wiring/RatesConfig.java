package io.github.icatimgcif.wiring;

import io.smallrye.config.WithDefault;

/** How many requests somebody may make in a minute; they may come at once. 0 for as many as he likes. */
public interface RatesConfig {

    /** Announcements, and orders that lead to conversions. */
    @WithDefault("12000")
    int announcements();

    /** Uploads to be judged, reports, pages of datasets, folders that are tried. */
    @WithDefault("600")
    int checks();

    /** imgCIFs as they are kept. */
    @WithDefault("1200")
    int downloads();

    /** Bundles and frames. */
    @WithDefault("120")
    int exports();

    /** Names with passwords, from one address. */
    @WithDefault("60")
    int signIns();

    /** Sessions that ICAT does not know, from one address. */
    @WithDefault("600")
    int unknownSessions();

    /** All else. */
    @WithDefault("6000")
    int others();

    /** Sessions and addresses of which it is remembered what they asked for. */
    @WithDefault("10000")
    int mostRemembered();
}
