package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pixels are in the file or somewhere else; of the places elsewhere only the first is looked at. */
final class DataSource implements OriginalTest {

    private static final String WITHIN = "_array_data.data";
    private static final String ELSEWHERE = "_array_data_external_data.id";
    private static final String URI = "_array_data_external_data.uri";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "Data source";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        boolean isWithin = block.has(WITHIN);
        if (!isWithin && !block.has(ELSEWHERE)) {
            messages.fail("No source of image data specified");
            return;
        }
        if (isWithin) {
            messages.pass("WARNING:raw data included in file, processing will be slow");
        }
        CifValue first = block.column(URI).iterator().next();
        String uri = first.asText().orElseThrow(() -> new CannotBeTested("no first URI"));
        Matcher scheme = SCHEME.matcher(uri);
        if (!scheme.matches()) {
            messages.pass("WARNING: relative URI " + uri + " provided, this is not portable");
        } else if (scheme.group(1).toLowerCase(Locale.ROOT).equals("file")) {
            messages.pass("WARNING: external data stored in local file system, this is not portable");
        }
    }
}
