package io.github.icatimgcif.service;

import static io.github.icatimgcif.browser.Chromium.assertUsableByAll;
import static io.github.icatimgcif.browser.Chromium.picture;
import static io.github.icatimgcif.browser.Chromium.tabTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;
import io.github.icatimgcif.browser.Chromium;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scientist presses the button of a data portal, an operator works off a proposal, a beamline scientist asks why there is none: from
 * start to end in a browser, wide and narrow, by keyboard alone.
 */
final class BrowserStoriesIT {

    private static final String ALICE = "a11ce000-1f2e-4d3c-8b4a-596877869504";
    private static final int PATIENCE = 60_000;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static HttpServer portal;

    @BeforeAll
    static void aServiceAndAPortalRun() throws Exception {
        chromium = Chromium.start();
        facility = PlayedFacility.in(folder).onSharedServers();
        facility.icat().admitAnybody();
        facility.icat().admit("oscar", "oscar-password");
        facility.icat().beginSession(ALICE, "alice");
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service = facility.start(
                        "pages",
                        Map.of(
                                "imgcif.access",
                                "icat",
                                "imgcif.access.operators",
                                "simple/oscar",
                                "quarkus.http.cors.enabled",
                                "true",
                                "quarkus.http.cors.origins",
                                portal("").toString()))
                .awaitReady();
        portal.start();
    }

    @AfterAll
    static void theyStop() {
        if (service != null) {
            service.close();
            facility.close();
            portal.stop(0);
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    /** The page of a dataset as a portal has it, with nothing of ours but the button. */
    private static URI portal(String path) {
        return URI.create("http://localhost:" + portal.getAddress().getPort() + path);
    }

    private static void portalShows(String path, long dataset) {
        String page = """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>run_01, a data portal</title>
                <script type="module" src="%1$s"></script></head><body><main><h1>run_01</h1>
                <p><a href="/elsewhere">Other datasets</a></p>
                <imgcif-download dataset-id="%2$d" service="%3$s"></imgcif-download></main></body></html>
                """.formatted(
                        service.uri("/components/imgcif-download.js"),
                        dataset,
                        service.uri("/").toString().replaceFirst("/$", ""));
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        portal.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aScientistPressesTheButtonOfThePortal(int width) throws Exception {
        PlayedDataset dataset = facility.storedOnly("run_button_" + width);
        long id = facility.addToIcat(dataset);
        facility.icat().showOnlyTo(id, "simple/alice");
        portalShows("/dataset/" + width, id);
        Page page = chromium.page(width);
        page.navigate(portal("/dataset/" + width).toString());
        assertUsableByAll(page);

        tabTo(page, "button");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("imgcif-download"))
                .hasAttribute("state", "forbidden", attribute());
        picture(page, "portal-forbidden-" + width);

        page.evaluate("session => document.querySelector('imgcif-download').session = session", ALICE);
        Download download = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(PATIENCE),
                () -> page.keyboard().press("Enter"));

        assertThat(Files.readString(download.path())).isEqualTo(Files.readString(dataset.imgCif()));
        assertThat(download.suggestedFilename())
                .isEqualTo(dataset.imgCif().getFileName().toString());
        PlaywrightAssertions.assertThat(page.locator("imgcif-download")).hasAttribute("state", "done", attribute());
        assertThat(page.content()).doesNotContain(ALICE);
        assertUsableByAll(page);
        picture(page, "portal-done-" + width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anOperatorWorksOffWhatAProposalLacks(int width) throws Exception {
        for (int i = 0; i < 3; i++) {
            facility.addToIcat(facility.storedOnly("run_backlog_" + width + "_" + i));
        }
        Page page = signedIn(width, "/console/backlogs");
        picture(page, "backlogs-" + width);

        tabTo(page, "a[href='/console/backlogs/new']");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/backlogs/new");
        assertUsableByAll(page);
        tabTo(page, "#proposal");
        page.keyboard().type("mx2463");
        tabTo(page, "#path");
        page.keyboard().type("/**/run_backlog_" + width + "_*");
        tabTo(page, "input[name=state][value=missing]");
        page.keyboard().press("Space");
        picture(page, "backlog-new-" + width);
        tabTo(page, "main form button");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/console/backlogs/\\d+.*"));

        page.waitForSelector("button[formaction$='/resume']", new Page.WaitForSelectorOptions().setTimeout(PATIENCE));
        assertUsableByAll(page);
        picture(page, "backlog-dry-run-" + width);
        tabTo(page, "button[formaction$='/resume']");
        page.keyboard().press("Enter");

        // The page is loaded anew when it is done, with the buttons of that state.
        page.waitForFunction(
                "() => document.querySelector('main').innerText.toLowerCase().includes('done')"
                        + " && !document.querySelector('button[formaction$=\"/pause\"]')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        assertThat(facility.count(
                        "select count(*) from journal_dataset where state = 'REGISTERED' and name like 'run_backlog_"
                                + width + "_%'"))
                .isEqualTo(3);
        assertUsableByAll(page);
        picture(page, "backlog-done-" + width);
        page.navigate(service.uri("/datasets/by-location?location="
                        + facility.home().resolve("data/mx2463/RAW_DATA/run_backlog_" + width + "_0"))
                .toString());

        assertThat(page.locator("body").innerText())
                .contains("Passes all tests", "on the detector as seen from the sample", "_diffrn_source");
        assertUsableByAll(page);
        picture(page, "dataset-" + width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBeamlineScientistAsksWhyADatasetHasNone(int width) throws Exception {
        PlayedDataset elsewhere = PlayedDataset.storedAt(facility.home().resolve("elsewhere/run_elsewhere_" + width));
        facility.addToIcat(elsewhere);
        facility.announce(elsewhere);
        awaitState("REFUSED", elsewhere);
        Page page = signedIn(width, "/console");
        assertUsableByAll(page);
        picture(page, "console-" + width);

        tabTo(page, "input[type=search]");
        page.keyboard().type("run_elsewhere_" + width);
        page.keyboard().press("Enter");
        page.waitForURL("**/console/search*");
        assertUsableByAll(page);
        tabTo(page, "main a[href*='run_elsewhere_" + width + "']");
        page.keyboard().press("Enter");
        page.waitForURL("**/datasets/by-location*");

        assertThat(page.locator("main").innerText()).contains("lies outside the data folders");
        assertUsableByAll(page);
        picture(page, "dataset-refused-" + width);
        page.context().close();
    }

    /** The raw files do not say how far the detector was, and nobody told ICAT. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBeamlineScientistStatesWhatADatasetLacks(int width) throws Exception {
        PlayedDataset dataset = PlayedDataset.copiedFrom(
                Path.of("src/test/resources/cbf/no_distance"),
                facility.home().resolve("data/mx2463/RAW_DATA/run_lacks_" + width));
        facility.addToIcatBare(dataset);
        facility.announce(dataset);
        awaitState("REFUSED", dataset);
        Page page = signedIn(width, "/datasets/by-location?location=" + dataset.location());
        assertThat(page.locator("main").innerText()).contains("the distance of the detector");

        tabTo(page, "a[href^='/console/facts']");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/facts*");
        assertUsableByAll(page);
        picture(page, "facts-" + width);
        tabTo(page, "input[name='parameter:MX_detectorDistance']");
        page.keyboard().type("far");
        page.keyboard().press("Enter");
        page.waitForSelector("[role=alert]");
        assertThat(page.locator("[role=alert]").innerText()).contains("'far' is no number");
        tabTo(page, "input[name='parameter:MX_detectorDistance']");
        page.keyboard().press("Control+A");
        page.keyboard().type("215.5");
        tabTo(page, "#remark");
        page.keyboard().type("log book of the day");
        page.keyboard().press("Enter");
        awaitState("REGISTERED", dataset);
        page.reload();

        assertThat(page.locator("main").innerText())
                .contains("Before and after", "refused", "registered", "215.5", "log book of the day");
        assertThat(Files.readString(dataset.imgCif())).contains("215.5");
        assertUsableByAll(page);
        picture(page, "facts-stated-" + width);
        tabTo(page, "main a[href^='/datasets/by-location']");
        page.keyboard().press("Enter");
        page.waitForURL("**/datasets/by-location*");

        assertThat(page.locator("main").innerText())
                .contains("What the imgCIF says", "stated by simple/oscar on", "No frame can be shown");
        assertUsableByAll(page);
        page.navigate(service.uri("/console").toString());
        assertThat(page.locator("table")
                        .filter(new Locator.FilterOptions().setHasText("came to no better end"))
                        .allInnerTexts())
                .as("what failed and came right since")
                .noneMatch(text -> text.contains(dataset.name()));
        page.context().close();
    }

    private static void awaitState(String state, PlayedDataset dataset) {
        await().atMost(Duration.ofMillis(PATIENCE))
                .until(() -> facility.count("select count(*) from journal_dataset where state = '" + state
                                + "' and name = '" + dataset.name() + "'")
                        == 1);
    }

    private static Page signedIn(int width, String next) {
        Page page = chromium.page(width);
        page.navigate(service.uri("/console/sign-in?next=" + next).toString());
        assertUsableByAll(page);
        tabTo(page, "#authenticator");
        page.keyboard().type("simple");
        tabTo(page, "#name");
        page.keyboard().type("oscar");
        tabTo(page, "#password");
        page.keyboard().type("oscar-password");
        page.keyboard().press("Enter");
        page.waitForURL(service.uri(next).toString());
        return page;
    }

    private static LocatorAssertions.HasAttributeOptions attribute() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }
}
