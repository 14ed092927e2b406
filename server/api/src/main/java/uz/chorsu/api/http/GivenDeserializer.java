package uz.chorsu.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Tells a member that was left out from one that is null.
final class GivenDeserializer extends JsonDeserializer<Given<?>> implements ContextualDeserializer {
  private final @Nullable JavaType valueType;

  GivenDeserializer(@Nullable JavaType valueType) {
    this.valueType = valueType;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType type = property == null ? context.getContextualType() : property.getType();
    return new GivenDeserializer(type.containedType(0));
  }

  @Override
  public Given<?> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    Object value = context.readValue(parser, valueType);
    return Given.of(value);
  }

  @Override
  public Given<?> getNullValue(DeserializationContext context) {
    return Given.of(null);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Given.absent();
  }
}
