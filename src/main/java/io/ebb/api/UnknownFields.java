package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ebb.api.wire.Page;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Has fields that nobody knows skipped at once. Unless told so for each type, Jackson copies those
/// of a record before it drops them, and a node has three dozen. Those of a page are left to
/// [RetCode].
final class UnknownFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  @Override
  public JsonIgnoreProperties.Value findPropertyIgnoralByName(
      MapperConfig<?> config, Annotated annotated) {
    boolean skip = annotated instanceof AnnotatedClass && annotated.getRawType() != Page.class;
    return skip
        ? JsonIgnoreProperties.Value.forIgnoreUnknown(true)
        : super.findPropertyIgnoralByName(config, annotated);
  }
}
