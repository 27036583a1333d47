package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How an imgCIF is wanted. */
public final class DownloadWish {

    @Parameter(
            description = "seconds to wait for an imgCIF that is not there yet; 0 without it, bounded by the service")
    @QueryParam("wait")
    @DefaultValue("0")
    String wait = "0";

    @Parameter(description = "true to have a browser show the file and not keep it")
    @QueryParam("inline")
    @DefaultValue("false")
    String inline = "false";

    @HeaderParam("Range")
    @DefaultValue("")
    @Parameter(hidden = true)
    String range = "";

    @HeaderParam("If-Range")
    @DefaultValue("")
    @Parameter(hidden = true)
    String ifRange = "";

    @HeaderParam("If-None-Match")
    @DefaultValue("")
    @Parameter(hidden = true)
    String ifNoneMatch = "";

    @HeaderParam("Accept-Encoding")
    @DefaultValue("")
    @Parameter(hidden = true)
    String acceptEncoding = "";

    boolean isInline() {
        return Boolean.parseBoolean(inline) || "1".equals(inline);
    }

    /** How long to wait, not longer than so; nothing where it is no number. */
    Duration wait(Duration longest) {
        if (!wait.matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration wished = Duration.ofSeconds(Long.parseLong(wait));
        return wished.compareTo(longest) > 0 ? longest : wished;
    }

    /** The part that is asked for, if the file is still the one that the asker has the rest of. */
    Optional<String> range(String tag) {
        return range.isEmpty() || !ifRange.isEmpty() && !ifRange.strip().equals(tag)
                ? Optional.empty()
                : Optional.of(range);
    }

    /** Whether the asker has the file already, in whichever of its encodings. */
    boolean has(String... tags) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals("*") || Arrays.asList(tags).contains(one));
    }

    /** Whether gzip is welcome; a part is never compressed. */
    boolean takesGzip() {
        return range.isEmpty()
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(one -> one.replace(" ", ""))
                        .anyMatch(one -> one.matches("(gzip|\\*)(;q=(1(\\.0*)?|0?\\.0*[1-9]\\d*))?"));
    }
}
