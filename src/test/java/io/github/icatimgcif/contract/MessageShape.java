package io.github.icatimgcif.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The shapes an announcement may have, as producers write them. */
enum MessageShape {
    /** An object of JSON. */
    JSON {
        @Override
        byte[] announcement(String location, String sample, Map<String, String> parameters) {
            String named = parameters.entrySet().stream()
                    .map(parameter -> "\"" + parameter.getKey() + "\": \"" + parameter.getValue() + "\"")
                    .collect(Collectors.joining(", "));
            return utf8("{\"datasetName\": \"run_05\", \"proposalName\": \"mx2532\", \"path\": \"" + location + "\", "
                    + (sample.isEmpty() ? "" : "\"sampleIdentifier\": \"" + sample + "\", ")
                    + "\"beamline\": \"id23-2\", \"startDate\": \"2025-03-25T14:02:11.000000+01:00\","
                    + " \"endDate\": \"2025-03-25T14:02:24.318211+01:00\", \"parameters\": {" + named + "}}");
        }

        @Override
        byte[] somebodyElses() {
            return utf8("{\"specversion\": \"1.0\", \"type\": \"icat.imgcif.registered\", \"source\": \"/imgcif\","
                    + " \"id\": \"17\", \"data\": {\"path\": \"/data/contract/registered\"}}");
        }

        @Override
        byte[] malformed() {
            return utf8("{\"path\": \"/data/contract/cut-off");
        }

        @Override
        Map<String, String> expected(Map<String, String> parameters) {
            return parameters;
        }
    },
    /** The XML of pyicat-plus. */
    XML {
        @Override
        byte[] announcement(String location, String sample, Map<String, String> parameters) {
            String named = parameters.entrySet().stream()
                    .map(parameter -> "<tns:parameter><tns:name>" + parameter.getKey() + "</tns:name><tns:value>"
                            + parameter.getValue() + "</tns:value></tns:parameter>")
                    .collect(Collectors.joining());
            // Among the parameters, as pyicat-plus writes it.
            return utf8("<tns:dataset xmlns:tns=\"http://www.esrf.fr/icat\" complete=\"true\">"
                    + "<tns:investigation>mx2532</tns:investigation><tns:instrument>id23-2</tns:instrument>"
                    + "<tns:name>run_05</tns:name><tns:location>" + location + "</tns:location>" + named
                    + (sample.isEmpty() ? "" : "<tns:sample><tns:name>" + sample + "</tns:name></tns:sample>")
                    + "<tns:startDate>2025-03-25T14:02:11.000000+01:00</tns:startDate>"
                    + "<tns:endDate>2025-03-25T14:02:24.318211+01:00</tns:endDate></tns:dataset>");
        }

        @Override
        byte[] somebodyElses() {
            return utf8("<tns:investigation xmlns:tns=\"http://www.esrf.fr/icat\"><tns:experiment>mx2532"
                    + "</tns:experiment><tns:instrument>id23-2</tns:instrument></tns:investigation>");
        }

        @Override
        byte[] malformed() {
            return utf8("<tns:dataset xmlns:tns=\"http://www.esrf.fr/icat\"><tns:location>/data/contract/cut-off");
        }

        @Override
        Map<String, String> expected(Map<String, String> parameters) {
            Map<String, String> withAttribute = new TreeMap<>(parameters);
            withAttribute.put("complete", "true");
            return withAttribute;
        }
    };

    /** The announcement of a dataset; an empty sample is left out. */
    abstract byte[] announcement(String location, String sample, Map<String, String> parameters);

    /** A message of this shape that is meant for somebody else. */
    abstract byte[] somebodyElses();

    /** A message of this shape that was cut off. */
    abstract byte[] malformed();

    /** The parameters that an announcement of this shape leaves in the journal. */
    abstract Map<String, String> expected(Map<String, String> parameters);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
