package dev.primacy.rest.scenario.resources;

import dev.primacy.rest.scenario.Journal;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

@Provider
public class ParcelReader implements MessageBodyReader<Parcel> {
  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mt) {
    return type == Parcel.class;
  }

  @Override
  public Parcel readFrom(
      Class<Parcel> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    Journal.entered("body read");
    String content = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    if (content.equals("invalid")) {
      throw new BadRequestException();
    }
    return new Parcel(content);
  }
}
