package io.github.icatimgcif.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine. Where there is none a test says so and is skipped. */
public final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .toList();

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. */
    public static Chromium start() {
        Path program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("SKIPPED: there is no chromium on this machine"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    /** A page of this width in pixels, without cookies. */
    public Page page(int width) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setAcceptDownloads(true))
                .newPage();
    }

    /** Nothing that axe-core calls serious or critical; nor does anything stand out to the side. */
    public static void assertUsableByAll(Page page) {
        List<Rule> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing of %s stands out to the side", page.url())
                .isEqualTo(true);
    }

    /**
     * Takes a picture, into {@code target/screenshots}; {@code -Dscreenshots=src/docs/screenshots} renews those that are there and
     * adds none, so that only pictures which a page shows are kept.
     */
    public static void picture(Page page, String name) throws IOException {
        Optional<Path> renewed =
                Optional.ofNullable(System.getProperty("screenshots")).map(folder -> Path.of(folder, name + ".png"));
        if (renewed.isPresent() && !Files.exists(renewed.get())) {
            return;
        }
        Path picture = renewed.orElse(Path.of("target/screenshots", name + ".png"));
        Files.createDirectories(picture.toAbsolutePath().getParent());
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }

    /** Goes on with the Tab key until this has the focus, as somebody without a mouse does. */
    public static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 200; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(
                    "selector => { let at = document.activeElement;"
                            + " while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;"
                            + " return !!at && at.matches(selector); }",
                    selector))) {
                return;
            }
        }
        throw new AssertionError("the Tab key never comes to " + selector + " on " + page.url());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
