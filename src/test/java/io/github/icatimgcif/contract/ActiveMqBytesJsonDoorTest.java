package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class ActiveMqBytesJsonDoorTest extends ActiveMqBytesDoorContract {

    @Override
    MessageShape shape() {
        return MessageShape.JSON;
    }
}
