package io.github.icatimgcif.entrypoint.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page for people: a title, a verdict, and sections below it, each linked to from the top. It has no script and loads nothing;
 * it is to be sent with {@link #SECURITY_POLICY}.
 */
public final class ReportPage {

    /** Narrow and wide, light and dark; what is wrong is told by words and signs too, never by colour alone. */
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1b1f24;--dim:#535b66;--paper:#fff;--soft:#f3f5f7;--edge:#c9d0d8;
            --good:#0b6b34;--bad:#b3261e;--warn:#845400;--link:#0b57d0;--beam:#c2261d;--axis:#0b57d0;--plate:#dbe4ee}
            @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--dim:#a7afb8;--paper:#15181c;--soft:#1f242a;--edge:#444c56;
            --good:#6fd495;--bad:#ff9a91;--warn:#f0c060;--link:#8ab4f8;--beam:#ff8a80;--axis:#8ab4f8;--plate:#2f3b49}}
            *{box-sizing:border-box}
            body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
            header,main,footer{max-width:64rem;margin:0 auto;padding:0 1rem}
            footer{color:var(--dim);border-top:1px solid var(--edge);margin-top:3rem;padding-top:1rem;padding-bottom:2rem}
            h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}
            h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--edge);overflow-wrap:anywhere}
            h3{font-size:1.05rem;margin:1.25rem 0 .25rem;overflow-wrap:anywhere}
            a{color:var(--link)}
            a:focus-visible,summary:focus-visible,[tabindex]:focus-visible,input:focus-visible,select:focus-visible,
            button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
            .skip{position:absolute;left:-999rem}
            .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
            nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.75rem 0}
            nav a{display:inline-block;padding:.25rem 0}
            .verdict{font-size:1.15rem;font-weight:600;border-left:.4rem solid;padding:.5rem .9rem;background:var(--soft);margin:.75rem 0}
            .good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.dim{color:var(--dim)}
            .verdict.good,.verdict.bad,.verdict.warn{border-color:currentColor}
            .tests{list-style:none;padding:0;margin:0}
            .tests>li{border-bottom:1px solid var(--edge);padding:.5rem 0}
            .tests .name{display:flex;gap:.75rem;justify-content:space-between;align-items:baseline}
            .tests .name strong{font-weight:600;overflow-wrap:anywhere}
            .tests .name span{white-space:nowrap;font-weight:600}
            .remarks{list-style:none;padding:0 0 0 1rem;margin:.25rem 0;border-left:2px solid var(--edge)}
            .remarks li{margin:.35rem 0;overflow-wrap:anywhere}
            .item{font-family:ui-monospace,monospace;font-size:.92em}
            summary{cursor:pointer;padding:.35rem 0}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--edge);overflow-wrap:anywhere}
            th{font-weight:600;overflow-wrap:normal}
            .facts th{width:11rem}
            .tests dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.25rem 0 0}
            .tests dt{color:var(--dim)}.tests dd{margin:0;overflow-wrap:anywhere}
            .scans{overflow-x:auto;margin:.5rem 0}
            .scans table{width:auto}
            .scans tr>:first-child{min-width:7.5rem;max-width:9rem;position:sticky;left:0;background:var(--paper)}
            .scans td,.scans th+th{min-width:8.5rem;max-width:18rem;overflow-wrap:normal}
            caption{text-align:left;color:var(--dim);padding:.25rem 0}
            .wide{overflow-x:auto}
            .wide table{min-width:56rem}.wide td{min-width:9rem}
            figure{margin:1rem 0}
            figcaption{color:var(--dim);margin-top:.5rem;max-width:44rem}
            .drawings{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));align-items:start}
            .drawings figure{margin:0}
            .drawing{width:100%;height:auto;max-width:46rem;background:var(--soft);border:1px solid var(--edge)}
            .drawing text{font:28px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--soft);stroke-width:6px;
            stroke-linejoin:round}
            .drawing .small{font-size:26px;fill:var(--dim)}
            .drawing line,.drawing polyline,.drawing path{fill:none;stroke-width:3;stroke-linecap:round}
            .element{fill:var(--plate);fill-opacity:.8;stroke:var(--ink);stroke-width:1.5}
            .edge{fill:none;stroke:var(--dim);stroke-width:1}
            .drawing .beam{stroke:var(--beam)}.drawing text.beam{fill:var(--beam)}
            .drawing .through{stroke:var(--beam);stroke-dasharray:2 9}
            .drawing .middle{stroke:var(--dim);stroke-dasharray:10 8}
            .drawing .axis{stroke:var(--axis)}.drawing .count{stroke:var(--axis)}
            .drawing .triad,.drawing .scale{stroke:var(--dim)}
            .first-pixel{fill:var(--axis)}.sample{fill:var(--ink)}
            .pixels{image-rendering:pixelated}
            .drawing .ring{stroke:#0a7d8c;stroke-width:2.5}
            .drawing .pixels~.beam{stroke:#e0352b;stroke-width:4}
            .drawing .on-pixels{fill:#00525c;stroke:#fff;stroke-width:18px}
            form p{margin:.75rem 0}label{display:block;font-weight:600}
            input,select,button{font:inherit;max-width:100%}button{padding:.4rem 1.2rem}
            @media (max-width:40rem){.drawing text,.drawing .small{font-size:36px}.facts th{width:8rem}}
            """;

    /** What a browser may do with a page: show it, with its own style and pictures that stand in it. */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ReportPage() {}

    /**
     * A page.
     *
     * @param title    what it is about, as text
     * @param verdict  what stands below the title, escaped
     * @param sections in their order; those without anything to show are left out
     * @param judge    by what it was made, as text
     */
    public static String html(String title, String verdict, List<ReportSection> sections, String judge) {
        List<ReportSection> shown =
                sections.stream().filter(section -> !section.html().isEmpty()).toList();
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.escaped(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append(
                        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<header>\n<h1>")
                .append(Html.escaped(title))
                .append("</h1>\n")
                .append(verdict);
        if (shown.size() > 1) {
            html.append("<nav aria-label=\"Sections\">\n<ul>\n");
            shown.forEach(section -> html.append("<li><a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(Html.escaped(section.title()))
                    .append("</a></li>\n"));
            html.append("</ul>\n</nav>\n");
        }
        html.append("</header>\n<main id=\"report\" tabindex=\"-1\">\n");
        shown.forEach(section -> html.append("<section aria-labelledby=\"")
                .append(section.id())
                .append("\">\n<h2 id=\"")
                .append(section.id())
                .append("\">")
                .append(Html.escaped(section.title()))
                .append("</h2>\n")
                .append(section.html())
                .append("</section>\n"));
        return html.append("</main>\n<footer>")
                .append(Html.escaped(judge))
                .append("</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
