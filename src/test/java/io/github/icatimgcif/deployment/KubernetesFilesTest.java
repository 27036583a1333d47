package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Kubernetes: what types and cross-references can say of them without a cluster. */
final class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("k8s");
    private static final Path CONFIG = Path.of("config");
    private static final String CONFIG_IN_IMAGE = "/opt/icat-imgcif/config/";
    private static final int LARGEST_CONFIG_MAP = 1 << 20;

    @Test
    void eachFileIsYamlAndEachObjectHasOnlyFieldsThatItsTypeKnows() throws Exception {
        List<String> untyped = new ArrayList<>();
        int typed = 0;
        for (Path file : resources()) {
            for (Map<String, Object> object : Kustomize.file(file).objects().values()) {
                if (Kustomize.isTyped(object)) {
                    assertThat(Kustomize.typed(object).getMetadata().getName())
                            .as(file.toString())
                            .isNotEmpty();
                    typed++;
                } else {
                    untyped.add(String.valueOf(object.get("kind")));
                }
            }
        }

        assertThat(typed).isGreaterThanOrEqualTo(11);
        assertThat(untyped).containsExactly("ScaledObject"); // of KEDA, below
    }

    @Test
    void aFieldThatIsMisspeltIsRefused() {
        Map<String, Object> object = Yaml.documents(
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {template: {spec:"
                                + " {container: []}}}}")
                .get(0);

        assertThat(catchThrowable(() -> Kustomize.typed(object))).hasMessageContaining("\"container\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/overlays/example", "k8s/overlays/esrf-style"})
    void whatKustomizeMakesIsOfKnownTypesAndRefersToWhatIsThere(String folder) throws Exception {
        Kustomize made = Kustomize.build(folder);
        made.objects().values().stream().filter(Kustomize::isTyped).forEach(Kustomize::typed);
        PodSpec pod = made.deployment().getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(container.getVolumeMounts().stream().map(VolumeMount::getName))
                .containsExactlyInAnyOrderElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList());
        List<String> maps = Stream.concat(
                        pod.getVolumes().stream()
                                .filter(volume -> volume.getConfigMap() != null)
                                .map(volume -> volume.getConfigMap().getName()),
                        container.getEnvFrom().stream()
                                .map(from -> from.getConfigMapRef().getName()))
                .toList();
        assertThat(made.objects().keySet())
                .containsAll(maps.stream().map(name -> "ConfigMap " + name).toList());
        assertThat(made.objects().keySet().stream().filter(name -> name.startsWith("ConfigMap ")))
                .hasSameSizeAs(maps);
        assertThat(container.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getContainerPort() + "").isEqualTo(only("EXPOSE"));
        });
        assertThat(made.deployment().getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(made.deployment().getSpec().getSelector().getMatchLabels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/overlays/example", "k8s/overlays/esrf-style"})
    void onlyAnAutoscalerSaysHowManyThereAreWhereThereIsOne(String overlay) throws Exception {
        assertThat(Kustomize.build(overlay).deployment().getSpec().getReplicas())
                .isNull();
        assertThat(Kustomize.build("k8s/base").deployment().getSpec().getReplicas())
                .isEqualTo(2);
    }

    @Test
    void whereTheTargetIsElsewhereTheRawDataCannotBeWrittenTo() throws Exception {
        assertThat(mount("k8s/overlays/example", "/data").getReadOnly()).isTrue();
        assertThat(mount("k8s/overlays/esrf-style", "/data").getReadOnly()).isFalse();
    }

    @Test
    void theProcessHasNoRightThatItDoesNotNeed() throws Exception {
        PodSpec pod =
                Kustomize.build("k8s/base").deployment().getSpec().getTemplate().getSpec();
        var rights = pod.getContainers().get(0).getSecurityContext();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup())
                .isEqualTo(only("USER"));
        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void noProbeAsksForWhatIsOutsideSoThatAnOutageOfIcatRestartsNothing() throws Exception {
        Container container = Kustomize.build("k8s/base")
                .deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);

        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .map(Probe::getHttpGet))
                .allSatisfy(asked -> {
                    assertThat(asked.getPath()).isEqualTo("/q/health/live");
                    assertThat(asked.getPort().getStrVal()).isEqualTo("http");
                });
        assertThat(Dockerfile.read().healthCheck()).endsWith("/q/health/live");
    }

    @Test
    void aPodEndsBeforeItIsKilled() throws Exception {
        Matcher wait = Pattern.compile("(?m)^imgcif\\.jobs\\.shutdown-wait=([0-9]+)s$")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")));
        assertThat(wait.find()).isTrue();

        // The longest conversion that was measured, of 500 000 frames, takes less than a minute.
        assertThat(Kustomize.build("k8s/base")
                        .deployment()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(Long.parseLong(wait.group(1)) + 60);
    }

    @Test
    void eachFileOfTheConfigurationIsInOneConfigMapThatIsMountedAsItsFolder() throws Exception {
        Map<String, String> folderOfVolume = new HashMap<>();
        PodSpec pod =
                Kustomize.build("k8s/base").deployment().getSpec().getTemplate().getSpec();
        for (VolumeMount mount : pod.getContainers().get(0).getVolumeMounts()) {
            if (mount.getMountPath().startsWith(CONFIG_IN_IMAGE)) {
                folderOfVolume.put(mount.getName(), mount.getMountPath().substring(CONFIG_IN_IMAGE.length()));
            }
        }
        Map<String, String> mounted = new HashMap<>();
        for (Volume volume : pod.getVolumes()) {
            if (volume.getConfigMap() != null) {
                Map<String, String> files = Kustomize.build("k8s/base")
                        .configMap(volume.getConfigMap().getName());
                files.forEach(
                        (name, content) -> mounted.put(folderOfVolume.get(volume.getName()) + "/" + name, content));
                assertThat(String.join("", files.values()).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(LARGEST_CONFIG_MAP);
            }
        }

        assertThat(mounted).isEqualTo(configuration());
    }

    @Test
    void theRulesOfTheOperatorAreThoseOfTheFile() throws Exception {
        Map<String, Object> rule = Yaml.document(FOLDER.resolve("components/prometheus/prometheusrule.yaml"));

        assertThat(Yaml.map(rule, "spec")).isEqualTo(Yaml.document(Watched.RULES));
    }

    @Test
    void kedaScalesByTheTopicAndGroupThatTheServiceReadsAndLeavesOutWhatIsHeldBack() throws Exception {
        Map<String, Object> scaled = Yaml.document(FOLDER.resolve("components/keda/scaledobject.yaml"));
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        Map<String, Object> spec = Yaml.map(scaled, "spec");
        Map<String, Object> lag = Yaml.map(Yaml.maps(spec, "triggers").get(0), "metadata");

        assertThat(scaled).containsEntry("apiVersion", "keda.sh/v1alpha1");
        assertThat(spec.keySet())
                .isSubsetOf(
                        "scaleTargetRef",
                        "minReplicaCount",
                        "maxReplicaCount",
                        "pollingInterval",
                        "cooldownPeriod",
                        "triggers");
        assertThat(Yaml.map(spec, "scaleTargetRef")).containsOnly(Map.entry("name", "icat-imgcif"));
        assertThat(lag.values()).allMatch(value -> value instanceof String); // KEDA takes nothing else
        assertThat(lag).containsEntry("excludePersistentLag", "true");
        assertThat(settings)
                .contains("stored-datasets.topic=" + lag.get("topic") + "\n")
                .contains("stored-datasets.group.id=" + lag.get("consumerGroup") + "\n");
    }

    /** What is named as a resource; patches are parts of objects, and seen in what kustomize makes. */
    private static List<Path> resources() throws IOException {
        List<Path> resources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(file -> file.endsWith("kustomization.yaml")).toList()) {
                for (String resource : Yaml.texts(Yaml.document(file), "resources")) {
                    Path named = file.resolveSibling(resource);
                    assertThat(named).exists();
                    if (Files.isRegularFile(named)) {
                        resources.add(named);
                    }
                }
            }
        }
        return resources;
    }

    /** The files below the folder that the service reads, by their paths. */
    private static Map<String, String> configuration() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            return files.filter(file -> file.getNameCount() > 2 && Files.isRegularFile(file))
                    .collect(Collectors.toMap(file -> CONFIG.relativize(file).toString(), KubernetesFilesTest::read));
        }
    }

    private static VolumeMount mount(String folder, String path) throws Exception {
        return Kustomize.build(folder)
                .deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getVolumeMounts()
                .stream()
                .filter(mount -> mount.getMountPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String only(String instruction) throws IOException {
        return Dockerfile.read().only(instruction);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
