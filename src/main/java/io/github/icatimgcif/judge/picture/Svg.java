package io.github.icatimgcif.judge.picture;

import java.util.List;
import java.util.Locale;

/** Writes one SVG for a page in HTML. How things look is left to the page's style sheet, by their class. */
final class Svg {

    /** Four corners, or any number of them: x and y in the units of the drawing, y downwards. */
    record Point(double x, double y) {

        Point plus(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    private static final double HEAD = 14;
    private static final double HEAD_ANGLE = 0.4;

    private final StringBuilder svg = new StringBuilder();

    /**
     * Begins a drawing.
     *
     * @param id          begins the ids in it; no other drawing of the page has it
     * @param title       what it is, in a few words
     * @param description what is to be seen, for those who do not see it
     */
    Svg(String id, double width, double height, String title, String description) {
        svg.append("<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-description\">\n<title id=\"")
                .append(id)
                .append("-title\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"")
                .append(id)
                .append("-description\">")
                .append(escaped(description))
                .append("</desc>\n");
    }

    void line(String kind, Point from, Point to) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, number(from.x), number(from.y), number(to.x), number(to.y)));
    }

    /** A line with a head at its end. */
    void arrow(String kind, Point from, Point to) {
        line(kind, from, to);
        double back = Math.atan2(from.y - to.y, from.x - to.x);
        polyline(
                kind,
                List.of(
                        to.plus(HEAD * Math.cos(back + HEAD_ANGLE), HEAD * Math.sin(back + HEAD_ANGLE)),
                        to,
                        to.plus(HEAD * Math.cos(back - HEAD_ANGLE), HEAD * Math.sin(back - HEAD_ANGLE))));
    }

    void polygon(String kind, List<Point> corners) {
        svg.append("<polygon class=\"%s\" points=\"%s\"/>\n".formatted(kind, points(corners)));
    }

    void polyline(String kind, List<Point> corners) {
        svg.append("<polyline class=\"%s\" points=\"%s\"/>\n".formatted(kind, points(corners)));
    }

    void circle(String kind, Point centre, double radius) {
        svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                .formatted(kind, number(centre.x), number(centre.y), number(radius)));
    }

    /** A cross whose arms leave the place itself free. */
    void cross(String kind, Point centre, double arm) {
        svg.append("<path class=\"%s\" transform=\"translate(%s %s)\" d=\"M%s 0H%sM%s 0H%sM0 %sV%sM0 %sV%s\"/>\n"
                .formatted(
                        kind,
                        number(centre.x),
                        number(centre.y),
                        number(-arm),
                        number(-arm / 4),
                        number(arm / 4),
                        number(arm),
                        number(-arm),
                        number(-arm / 4),
                        number(arm / 4),
                        number(arm)));
    }

    /** Words that begin, end or have their middle at a place: {@code start}, {@code end}, {@code middle}. */
    void text(String kind, Point at, String anchor, String words) {
        svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(kind, number(at.x), number(at.y), anchor, escaped(words)));
    }

    /**
     * A picture of pixels.
     *
     * @param uri    of the picture
     * @param origin the corner of its first pixel
     * @param along  from there along a row to its end
     * @param down   from there along a column to its end
     */
    void image(String uri, int width, int height, Point origin, Point along, Point down) {
        svg.append("<image class=\"pixels\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\""
                        .formatted(width, height))
                .append(" transform=\"matrix(%s %s %s %s %s %s)\" href=\"%s\"/>\n"
                        .formatted(
                                precise((along.x - origin.x) / width),
                                precise((along.y - origin.y) / width),
                                precise((down.x - origin.x) / height),
                                precise((down.y - origin.y) / height),
                                number(origin.x),
                                number(origin.y),
                                escaped(uri)));
    }

    /** The drawing, ended. */
    String end() {
        return svg.append("</svg>\n").toString();
    }

    private static String points(List<Point> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(point -> text.append(text.isEmpty() ? "" : " ")
                .append(number(point.x))
                .append(',')
                .append(number(point.y)));
        return text.toString();
    }

    /** To a thousandth of a unit; nobody sees less. */
    private static String number(double value) {
        return trimmed(String.format(Locale.ROOT, "%.3f", value));
    }

    private static String precise(double value) {
        return trimmed(String.format(Locale.ROOT, "%.8f", value));
    }

    private static String trimmed(String decimals) {
        String trimmed = decimals.replaceAll("\\.?0+$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    /** Text as it may stand between and in tags. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
            }
        });
        return escaped.toString();
    }
}
