package io.github.icatimgcif.wiring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the metrics of HTTP requests call methods and paths. Whoever sends a request chooses both, and each new word would be a
 * time series for ever: methods are those of HTTP, and paths those that this service has, each with the names of its parameters
 * and not with their values; all else is {@code other}.
 */
final class RequestLabels implements MeterFilter {

    private static final String OTHER = "other";
    private static final String METER = "http.server.";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

    // Those of the framework, and its words for what has no path.
    private static final Set<String> FRAMEWORK = Set.of(
            "root",
            "NOT_FOUND",
            "REDIRECTION",
            "UNKNOWN",
            "/cors-preflight",
            "/q/metrics",
            "/q/openapi",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started");

    // Where the REST layer leaves the path of the method that it chose, as it stands in the code.
    private static final String TEMPLATE = "UrlPathTemplate";

    // There are as many as there are methods of resources.
    private final Set<String> templates = ConcurrentHashMap.newKeySet();

    /** Notes the path of the resource that answered a request. */
    Tags learn(HttpServerMetricsTagsContributor.Context context) {
        String template = context.requestContextLocalData(TEMPLATE);
        if (template != null) {
            templates.add(template);
        }
        return Tags.empty();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(METER)) {
            return id;
        }
        List<Tag> tags = id.getTags().stream().map(this::bounded).toList();
        return tags.equals(id.getTags()) ? id : id.replaceTags(tags);
    }

    private Tag bounded(Tag tag) {
        boolean isKnown =
                switch (tag.getKey()) {
                    case "method" -> METHODS.contains(tag.getValue());
                    case "uri" -> FRAMEWORK.contains(tag.getValue()) || templates.contains(tag.getValue());
                    default -> true;
                };
        return isKnown ? tag : Tag.of(tag.getKey(), OTHER);
    }
}
