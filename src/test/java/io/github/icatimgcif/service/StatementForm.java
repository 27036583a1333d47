package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person does in the console of a service that lets everybody do everything, to state what a dataset lacks. */
final class StatementForm {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");
    private static final Pattern STATEMENT = Pattern.compile("name=\"id\" value=\"([0-9]+)\"");

    private final ServiceProcess service;
    private final String location;

    StatementForm(ServiceProcess service, PlayedDataset dataset) {
        this.service = service;
        this.location = URLEncoder.encode(dataset.key(), StandardCharsets.UTF_8);
    }

    /** States how far the detector was away. */
    void stateDistance(String millimetres) throws IOException, InterruptedException {
        post("/console/facts", "&remark=log+book+7&parameter%3AMX_detectorDistance=" + millimetres);
    }

    /** Withdraws the only statement. */
    void withdraw() throws IOException, InterruptedException {
        post("/console/facts/withdraw", "&id=" + first(STATEMENT));
    }

    /** What the page says. */
    String page() {
        return service.get("/console/facts?location=" + location).body();
    }

    private void post(String path, String fields) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("location=" + location + "&csrf=" + first(TOKEN) + fields))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private String first(Pattern pattern) {
        String page = page();
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }
}
