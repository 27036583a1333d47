package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Kubernetes: what types and cross-references can say of them without a cluster. */
final class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("k8s");
    private static final Path CONFIG = Path.of("config");
    private static final String CONFIG_IN_IMAGE = "/opt/icat-imgcif/config/";
    private static final List<String> OVERLAYS = List.of("k8s/overlays/example", "k8s/overlays/esrf-style");
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
    void theTemporaryFolderHasRoomForAllThatReportsAndExportsUnpackAtOnce() throws Exception {
        Quantity room = volume("k8s/base", "temporary").getEmptyDir().getSizeLimit();

        assertThat(room.getNumericalAmount().longValueExact()).isGreaterThan(UnpackedAtOnce.bytes());
    }

    @Test
    void aPodEndsBeforeItIsKilled() throws Exception {
        Matcher wait = Pattern.compile("(?m)^imgcif\\.jobs\\.shutdown-wait=([0-9]+)s$")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")));
        assertThat(wait.find()).isTrue();

        PodSpec pod =
                Kustomize.build("k8s/base").deployment().getSpec().getTemplate().getSpec();
        List<String> before =
                pod.getContainers().get(0).getLifecycle().getPreStop().getExec().getCommand();
        assertThat(before).hasSize(2).startsWith("sleep");

        // The longest conversion that was measured, of 500 000 frames, takes less than a minute.
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(Long.parseLong(before.get(1)) + Long.parseLong(wait.group(1)) + 60);
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
                .isSubsetOf("scaleTargetRef", "minReplicaCount", "maxReplicaCount", "advanced", "triggers");
        assertThat(Yaml.map(spec, "scaleTargetRef")).containsOnly(Map.entry("name", "icat-imgcif"));
        assertThat(lag.values()).allMatch(value -> value instanceof String); // KEDA takes nothing else
        assertThat(lag).containsEntry("excludePersistentLag", "true");
        assertThat(settings)
                .contains("stored-datasets.topic=" + lag.get("topic") + "\n")
                .contains("stored-datasets.group.id=" + lag.get("consumerGroup") + "\n");
    }

    @Test
    void kedaTakesInstancesAwayAsSlowlyAsTheAutoscalerDoes() throws Exception {
        Map<String, Object> keda = Yaml.document(FOLDER.resolve("components/keda/scaledobject.yaml"));
        Map<String, Object> hpa = Yaml.document(FOLDER.resolve("components/hpa/horizontalpodautoscaler.yaml"));

        assertThat(Yaml.map(
                        Yaml.map(Yaml.map(Yaml.map(keda, "spec"), "advanced"), "horizontalPodAutoscalerConfig"),
                        "behavior"))
                .isNotEmpty()
                .isEqualTo(Yaml.map(Yaml.map(hpa, "spec"), "behavior"));
    }

    @ParameterizedTest
    @CsvSource({
        "k8s/overlays/example, HorizontalPodAutoscaler icat-imgcif, maxReplicas",
        "k8s/overlays/esrf-style, ScaledObject icat-imgcif, maxReplicaCount"
    })
    void asManyInstancesAsThereMayBeAskNoMoreOfIcatAndPostgresqlThanTheyGive(String overlay, String scaler, String most)
            throws Exception {
        Kustomize made = Kustomize.build(overlay);
        Map<String, String> settings = made.configMap("icat-imgcif-settings");
        int instances = Integer.parseInt(
                String.valueOf(Yaml.map(made.object(scaler), "spec").get(most)));
        int surge = made.deployment()
                .getSpec()
                .getStrategy()
                .getRollingUpdate()
                .getMaxSurge()
                .getIntVal();

        assertThat(instances * Integer.parseInt(settings.get("IMGCIF_JOBS_THREADS")))
                .as("threads at one ICAT, by SIZING")
                .isLessThanOrEqualTo(8);
        assertThat((instances + surge) * Integer.parseInt(settings.get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE")))
                .as("connections, of max_connections without those that are kept for the superuser")
                .isLessThanOrEqualTo(100 - 3);
    }

    @Test
    void whatIsOfAFacilityStandsInItsOverlayAndReplacesAllThatTheBaseLeavesOpen() throws Exception {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(FOLDER.resolve("overlays"))))
                    .isNotEmpty()
                    .noneMatch(file -> read(file).contains("example.org"));
        }
        for (String overlay : OVERLAYS) {
            assertThat(Kustomize.build(overlay).objects().toString())
                    .as(overlay)
                    .doesNotContain(".invalid");
        }
    }

    @Test
    void theIngressOfAnOverlayHasItsControllerAndACertificateOfItsHost() throws Exception {
        for (String overlay : OVERLAYS) {
            IngressSpec ingress = ingress(overlay);

            assertThat(ingress.getIngressClassName()).isNotBlank();
            assertThat(ingress.getTls().get(0).getHosts())
                    .containsExactly(ingress.getRules().get(0).getHost());
            assertThat(Files.readString(Path.of("src/docs/DEPLOYING.md")))
                    .contains("create secret tls " + ingress.getTls().get(0).getSecretName());
        }
    }

    @Test
    void everythingThatTheServiceOffersOutsideIsRoutedByTheIngress() throws Exception {
        List<String> routed = ingress("k8s/base").getRules().get(0).getHttp().getPaths().stream()
                .map(HTTPIngressPath::getPath)
                .toList();

        assertThat(resourcesOfHttp())
                .hasSizeGreaterThan(10)
                .filteredOn(path -> !path.startsWith("/q/"))
                .allMatch(path -> routed.stream().anyMatch(prefix -> (path + "/").startsWith(prefix + "/")));
    }

    @Test
    void eachClaimOfAnOverlayHasAClassOrTheVolumeThatIsThere() throws Exception {
        for (String overlay : OVERLAYS) {
            Map<String, Map<String, Object>> objects = Kustomize.build(overlay).objects();
            List<PersistentVolumeClaim> claims = objects.values().stream()
                    .filter(object -> "PersistentVolumeClaim".equals(object.get("kind")))
                    .map(object -> (PersistentVolumeClaim) Kustomize.typed(object))
                    .toList();

            assertThat(claims).isNotEmpty().allSatisfy(claim -> {
                String volume = claim.getSpec().getVolumeName();
                assertThat(claim.getSpec().getStorageClassName()).isNotNull();
                if (volume != null) {
                    assertThat(objects).containsKey("PersistentVolume " + volume);
                } else {
                    assertThat(claim.getSpec().getStorageClassName()).isNotEmpty();
                }
            });
            assertThat(Kustomize.build(overlay).deployment().getSpec().getTemplate().getSpec().getVolumes().stream()
                            .filter(volume -> volume.getPersistentVolumeClaim() != null)
                            .map(volume -> volume.getPersistentVolumeClaim().getClaimName()))
                    .containsExactlyInAnyOrderElementsOf(claims.stream()
                            .map(claim -> claim.getMetadata().getName())
                            .toList());
        }
    }

    @Test
    void aPodHasOnlyVolumesThatARestrictedNamespaceAllows() throws Exception {
        for (String overlay : OVERLAYS) {
            assertThat(Kustomize.build(overlay)
                            .deployment()
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getVolumes())
                    .allMatch(volume -> volume.getConfigMap() != null
                            || volume.getSecret() != null
                            || volume.getEmptyDir() != null
                            || volume.getPersistentVolumeClaim() != null);
        }
    }

    @Test
    void whoeverIsBelievedWhomARequestComesFromIsNamed() throws Exception {
        for (String overlay : OVERLAYS) {
            assertThat(Kustomize.build(overlay).configMap("icat-imgcif-settings"))
                    .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                    .containsKey("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
        }
    }

    @Test
    void whatIsForTheOperatorOfPrometheusHasALabelThatItMaySelectBy() throws Exception {
        for (String overlay : OVERLAYS) {
            Kustomize made = Kustomize.build(overlay);

            for (String object : List.of("ServiceMonitor icat-imgcif", "PrometheusRule icat-imgcif")) {
                assertThat(Yaml.map(Yaml.map(made.object(object), "metadata"), "labels"))
                        .containsKey("release");
            }
        }
    }

    /** The paths of all classes that answer over HTTP. */
    private static List<String> resourcesOfHttp() throws Exception {
        Path sources = Path.of("src/main/java");
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("\n@Path(")) {
                    String name = sources.relativize(file)
                            .toString()
                            .replace('/', '.')
                            .replaceFirst("\\.java$", "");
                    Class<?> type = Class.forName(name, false, KubernetesFilesTest.class.getClassLoader());
                    paths.add(type.getAnnotation(jakarta.ws.rs.Path.class).value());
                }
            }
        }
        return paths;
    }

    private static IngressSpec ingress(String folder) throws Exception {
        Map<String, Object> object = Kustomize.build(folder).object("Ingress icat-imgcif");
        return ((Ingress) Kustomize.typed(object)).getSpec();
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

    private static Volume volume(String folder, String name) throws Exception {
        return Kustomize.build(folder).deployment().getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
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
