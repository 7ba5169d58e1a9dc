package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Mistakes in the interfaces are told when the client is built, not when a call is made.
final class EndpointTest {
  interface Wrong {
    @RequestLine("POST /unmarked")
    Accepted unmarked();

    @Read("read")
    @RequestLine("GET /read")
    @Otherwise("nowhere")
    Accepted withoutItsOtherForm();
  }

  @Test
  void annotationsAreRead() {
    Endpoint endpoint = endpoint(NodesApi.class, "delete");

    assertThat(endpoint.httpMethod()).isEqualTo("POST");
    assertThat(endpoint.path()).isEqualTo("/cluster/deleteNodes");
    assertThat(endpoint.action()).isEqualTo("delete nodes");
    assertThat(endpoint.write()).isTrue();
    assertThat(endpoint.otherwise()).isNotNull();
  }

  @Test
  void methodThatIsNeitherReadNorWriteIsNamed() {
    assertThatThrownBy(() -> endpoint(Wrong.class, "unmarked"))
        .hasMessageContaining("unmarked")
        .hasMessageContaining("@Read or @Write");
  }

  @Test
  void otherFormThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> endpoint(Wrong.class, "withoutItsOtherForm"))
        .hasMessageContaining("withoutItsOtherForm");
  }

  private static Endpoint endpoint(Class<?> area, String name) {
    Method method =
        Arrays.stream(area.getMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return Endpoint.of(method, args -> args);
  }
}
