package io.github.icatimgcif.adapter.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may be asked, and how much.
 *
 * @param hosts          hosts that may be asked at public addresses: {@code archive.example.org}, {@code *.example.org},
 *                       {@code archive.example.org:8443}
 * @param privateHosts   hosts that may be asked at addresses of the facility and of this machine too; they need not be among the others
 * @param connectTimeout how long the address of a host may be looked for, and a connection may take to stand
 * @param answerTime     how long it may take to learn whether one file is there, redirects included
 * @param fileTime       how long it may take to bring one file here, redirects included
 * @param largestFile    bytes of a file that are brought here
 * @param mostAsked      how many URIs of one imgCIF are asked for
 * @param userAgent      who we say we are
 */
public record WebSettings(
        List<String> hosts,
        List<String> privateHosts,
        Duration connectTimeout,
        Duration answerTime,
        Duration fileTime,
        long largestFile,
        int mostAsked,
        String userAgent) {

    public WebSettings {
        hosts = List.copyOf(hosts);
        privateHosts = List.copyOf(privateHosts);
        boolean hasTime = connectTimeout.toMillis() > 0 && answerTime.toMillis() > 0 && fileTime.toMillis() > 0;
        if (!hasTime || largestFile < 1 || mostAsked < 1) {
            throw new IllegalArgumentException(
                    "times, bytes and numbers of a check over the network are more than zero: " + connectTimeout + ", "
                            + answerTime + ", " + fileTime + ", " + largestFile + ", " + mostAsked);
        }
    }

    /** The same with the host of a URI that the user gave himself; what leads to no host adds none. */
    public WebSettings withHostOf(String uri) {
        try {
            WebAddress address = WebAddress.parse(uri);
            List<String> more = new ArrayList<>(hosts);
            more.add(address.host() + ":" + address.port());
            return with(more, privateHosts);
        } catch (NotAllowed e) {
            return this;
        }
    }

    /** The same with all hosts at addresses of the facility and of this machine too. */
    public WebSettings withinToo() {
        List<String> all = new ArrayList<>(hosts);
        all.addAll(privateHosts);
        return with(List.of(), all);
    }

    private WebSettings with(List<String> itsHosts, List<String> itsPrivateHosts) {
        return new WebSettings(
                itsHosts, itsPrivateHosts, connectTimeout, answerTime, fileTime, largestFile, mostAsked, userAgent);
    }
}
