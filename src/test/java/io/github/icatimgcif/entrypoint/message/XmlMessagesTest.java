package io.github.icatimgcif.entrypoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XmlMessagesTest {

    private static final MessageReader READER = new MessageReader(200_000);
    private static final String ROOT = "<tns:dataset xmlns:tns=\"http://www.esrf.fr/icat\" complete=\"true\">";

    @Test
    void allIsReadInWhateverOrderItComes() {
        StoredDataset dataset = dataset(ROOT
                + "<tns:parameter><tns:name>MX_flux</tns:name><tns:value>28886038049.230362</tns:value></tns:parameter>"
                + "<tns:endDate>2025-03-25T14:02:24.318211+01:00</tns:endDate>"
                + "<tns:sample><tns:name>Lyso-crystal05</tns:name></tns:sample>"
                + "<tns:parameter><tns:value>0.003</tns:value><tns:name>MX_beamSizeAtSampleX</tns:name></tns:parameter>"
                + "<tns:location>/data/visitor/mx2532/RAW_DATA//run_01/</tns:location>"
                + "<tns:name>run_01_05</tns:name><!-- a remark --><tns:instrument>id23-2</tns:instrument>"
                + "<other:thing xmlns:other=\"urn:other\"><tns:location>/wrong</tns:location></other:thing>"
                + "<tns:startDate>2025-03-25T14:02:11.000000+01:00</tns:startDate>"
                + "<tns:technique><tns:name>MX</tns:name></tns:technique>"
                + "<tns:investigation>mx2532</tns:investigation></tns:dataset>");

        assertThat(dataset)
                .isEqualTo(new StoredDataset(
                        "run_01_05",
                        "mx2532",
                        "Lyso-crystal05",
                        "/data/visitor/mx2532/RAW_DATA/run_01",
                        Map.of("MX_flux", "28886038049.230362", "MX_beamSizeAtSampleX", "0.003", "complete", "true"),
                        List.of(),
                        Optional.empty(),
                        Optional.of("id23-2"),
                        Optional.of("2025-03-25T14:02:11.000000+01:00"),
                        Optional.of("2025-03-25T14:02:24.318211+01:00")));
    }

    @Test
    void aProcessedDatasetIsToldByItsInput() {
        StoredDataset dataset = dataset(
                ROOT + location("/data/p") + parameter("input_datasets", "/data/a,/data/b, ,") + "</tns:dataset>");

        assertThat(dataset.input()).containsExactly("/data/a", "/data/b");
        assertThat(dataset.parameters()).containsExactly(Map.entry("complete", "true"));
    }

    @Test
    void aParameterThatSaysIncompleteWinsOverTheAttributeThatAlwaysSaysComplete() {
        assertThat(dataset(ROOT + location("/data/c") + parameter("complete", "False") + "</tns:dataset>")
                        .parameter("complete"))
                .contains("False");
        assertThat(dataset(ROOT.replace("true", "false") + location("/data/c") + "</tns:dataset>")
                        .parameter("complete"))
                .contains("false");
    }

    @Test
    void sampleAndDatesAreTakenFromTheParametersWhereTheHeaderIsSilent() {
        StoredDataset dataset = dataset(ROOT + location("/data/s") + parameter("Sample_name", "Therm-6")
                + parameter("startDate", "2025-03-25T14:02:11+01:00") + "</tns:dataset>");

        assertThat(dataset.sample()).isEqualTo("Therm-6");
        assertThat(dataset.startDate()).contains("2025-03-25T14:02:11+01:00");
        assertThat(dataset.named().name()).isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, ISO-8859-1", "iso-8859-1, ISO-8859-1", "UTF-8, UTF-8", "utf-8, UTF-8"})
    void theDeclaredEncodingIsRead(String declared, String encoding) {
        String text =
                "<?xml version='1.0' encoding='" + declared + "'?>\n" + ROOT + location("/data/Å/é") + "</tns:dataset>";

        assertThat(READER.read(text.getBytes(Charset.forName(encoding)), Map.of()))
                .isInstanceOfSatisfying(
                        MessageReading.Readable.class,
                        readable -> assertThat(readable.dataset().location()).isEqualTo("/data/Å/é"));
        assertThat(READER.read(MessageContent.bytes(text), Map.of())).isInstanceOf(MessageReading.Readable.class);
    }

    @Test
    void charactersMayBeWrittenAsReferencesAndWithoutDeclarationTheyAreUtf8() {
        assertThat(dataset("\ufeff" + ROOT + location("/data/&#197;/&#xe9;/é&amp;") + "</tns:dataset>")
                        .location())
                .isEqualTo("/data/Å/é/é&");
    }

    @Test
    void anInvestigationIsForSomebodyElse() {
        assertThat(read(
                        "<tns:investigation xmlns:tns=\"http://www.esrf.fr/icat\"><tns:experiment>mx2532</tns:experiment>"
                                + "</tns:investigation>"))
                .isEqualTo(new MessageReading.PassedOver("the announcement of an investigation"));
    }

    @Test
    void noFileIsReadForAnEntity(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "/data/secret");
        String message = "<!DOCTYPE d [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>" + ROOT + location("&s;")
                + "</tns:dataset>";

        assertThat(reason(message)).isEqualTo("the message has a document type declaration: leave it out");
        assertThat(reason("<!DOCTYPE d SYSTEM \"" + secret.toUri() + "\">" + ROOT + location("/d") + "</tns:dataset>"))
                .isEqualTo("the message has a document type declaration: leave it out");
    }

    @Test
    void aBombOfEntitiesDoesNotGrow() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"xxxxxxxxxx\">");
        for (int level = 1; level < 30; level++) {
            bomb.append("<!ENTITY e")
                    .append(level)
                    .append(" \"")
                    .append(("&e" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        long before = System.nanoTime();

        assertThat(reason(bomb + "]>" + ROOT + location("/&e29;") + "</tns:dataset>"))
                .contains("document type declaration");
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    void anEntityThatNobodyDeclaredIsTold() {
        assertThat(reason(ROOT + location("/data/&copy;") + "</tns:dataset>")).contains("copy");
    }

    @Test
    void deepNestingAndManyParametersAreRefused() {
        assertThat(reason(ROOT + "<tns:x>".repeat(20_000) + "</tns:x>".repeat(4_000)))
                .isEqualTo("the elements are nested deeper than 16: the announcement of a dataset has three levels");
        StringBuilder many = new StringBuilder();
        for (int number = 0; number <= 5000; number++) {
            many.append("<t:parameter><t:name>").append(number).append("</t:name><t:value/></t:parameter>");
        }
        assertThat(new MessageReader(1_000_000)
                        .read(
                                ("<t:dataset xmlns:t=\"http://www.esrf.fr/icat\">" + many + "</t:dataset>")
                                        .getBytes(StandardCharsets.UTF_8),
                                Map.of()))
                .isEqualTo(
                        new MessageReading.Unreadable("there are more than 5000 parameters: no dataset has so many"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`<dataset><location>/d</location></dataset>` | the root element 'dataset' in no namespace: the announcement",
                "`<d:dataset xmlns:d='urn:x'/>` | in the namespace 'urn:x'",
                "`<d:datafile xmlns:d='http://www.esrf.fr/icat'/>` | 'datafile' of ICAT, which announces no dataset",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'/>` | no path: give the absolute folder of the data as the element location",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:location>d</d:location></d:dataset>` | not absolute: 'd'",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:location>/a/../b</d:location></d:dataset>` | a part '..'",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:location>/d</d:location><d:location>/e</d:location></d:dataset>` | 'location' is given twice, as '/d' and as '/e'",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:location>/d<b/></d:location></d:dataset>` | 'location' has another one in it, 'b'",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:parameter><d:value>1</d:value></d:parameter></d:dataset>` | a parameter has no name",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'><d:location>/d</d:location></d:dataset>x` | no well-formed XML: line 1",
                "`<d:dataset xmlns:d='http://www.esrf.fr/icat'>&#0;</d:dataset>` | no well-formed XML",
                "`<?xml version='1.0' encoding='UTF-16'?><a/>` | the encoding 'UTF-16': send it in UTF-8",
                "`<` | no well-formed XML"
            })
    void whatAnnouncesNothingIsTold(String content, String reason) {
        assertThat(reason(content)).contains(reason);
    }

    @Test
    void aParameterWithTwoValuesIsRefusedAndOneThatIsRepeatedIsNot() {
        String twice = ROOT + location("/d") + parameter("MX_flux", "1.5e11") + parameter("MX_flux", "2.5e11")
                + "</tns:dataset>";

        assertThat(reason(twice))
                .isEqualTo("the parameter 'MX_flux' is given twice, as '1.5e11' and as '2.5e11': give it once");
        assertThat(dataset(twice.replace("2.5e11", "1.5e11")).parameter("MX_flux"))
                .contains("1.5e11");
    }

    @Test
    void anEnvelopeMayHoldXml() {
        String xml = (ROOT + location("/data/e") + "</tns:dataset>").replace("\"", "\\\"");

        assertThat(dataset("{\"specversion\": \"1.0\", \"type\": \"x\", \"data\": \"" + xml + "\"}")
                        .location())
                .isEqualTo("/data/e");
        assertThat(READER.read(
                        (ROOT + location("/data/b") + "</tns:dataset>").getBytes(StandardCharsets.UTF_8),
                        Map.of("cloudEvents:specversion", "1.0")))
                .isInstanceOf(MessageReading.Readable.class);
    }

    @Test
    void ourOwnEventsAreForSomebodyElse() {
        assertThat(READER.read(
                        "{\"path\": \"/data\"}".getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_specversion", "1.0", "ce_type", "icat.imgcif.registered")))
                .isEqualTo(new MessageReading.PassedOver("an event about an imgCIF: icat.imgcif.registered"));
    }

    private static String location(String path) {
        return "<tns:location>" + path + "</tns:location>";
    }

    private static String parameter(String name, String value) {
        return "<tns:parameter><tns:name>" + name + "</tns:name><tns:value>" + value + "</tns:value></tns:parameter>";
    }

    private static StoredDataset dataset(String content) {
        MessageReading reading = read(content);
        assertThat(reading).isInstanceOf(MessageReading.Readable.class);
        return ((MessageReading.Readable) reading).dataset();
    }

    private static String reason(String content) {
        MessageReading reading = read(content);
        assertThat(reading).isInstanceOf(MessageReading.Unreadable.class);
        return ((MessageReading.Unreadable) reading).reason();
    }

    private static MessageReading read(String content) {
        return READER.read(content.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
