package org.isnad.io;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.Toll;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records of the pipeline as JSON that is read back to the same records: the program's own format
 * between its stages, not a published one. A place stands as its id in the gazetteer.
 */
public final class RecordJson {

  private final JsonMapper mapper;

  /** A format whose places are those of {@code gazetteer}. */
  public RecordJson(Gazetteer gazetteer) {
    SimpleModule module = new SimpleModule();
    module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    module.addSerializer(Place.class, new PlaceIds());
    module.addDeserializer(Place.class, new Places(gazetteer));
    module.addSerializer(ArticleId.class, new ArticleIds());
    module.addDeserializer(ArticleId.class, new Articles());
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(module)
            .changeDefaultVisibility(
                seen ->
                    seen.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .changeDefaultPropertyInclusion(
                given -> given.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    for (Class<?> choice : List.of(EventTime.class, TimeValue.class, Toll.class)) {
      builder.addMixIn(choice, Tagged.class);
      register(choice, builder);
    }
    this.mapper = builder.build();
  }

  /** Names every kind of a closed choice, those of the choices inside it too. */
  private static void register(Class<?> choice, JsonMapper.Builder builder) {
    for (Class<?> kind : choice.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        register(kind, builder);
      } else {
        builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
  }

  /** A record, or a list of some, on one line. */
  public String write(Object record) {
    return mapper.writeValueAsString(record);
  }

  /**
   * The record that {@link #write} wrote.
   *
   * @throws JacksonException if the line is of another shape
   */
  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  /** The records that {@link #write} wrote as a list. */
  public <T> List<T> readAll(String json, Class<T> type) {
    return mapper.readValue(
        json, mapper.getTypeFactory().constructCollectionType(List.class, type));
  }

  /** Which of the closed choices a value is, by the simple name of its class. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Tagged {}

  private static final class PlaceIds extends ValueSerializer<Place> {
    @Override
    public void serialize(Place place, JsonGenerator out, SerializationContext context) {
      out.writeString(place.id());
    }
  }

  private static final class Places extends ValueDeserializer<Place> {
    private final Gazetteer gazetteer;

    Places(Gazetteer gazetteer) {
      this.gazetteer = gazetteer;
    }

    @Override
    public Place deserialize(JsonParser in, DeserializationContext context) {
      String id = in.getString();
      Place place = gazetteer.place(id);
      return place != null
          ? place
          : context.reportInputMismatch(Place.class, "no place '%s' in the gazetteer", id);
    }
  }

  private static final class ArticleIds extends ValueSerializer<ArticleId> {
    @Override
    public void serialize(ArticleId id, JsonGenerator out, SerializationContext context) {
      out.writeString(id.value());
    }
  }

  private static final class Articles extends ValueDeserializer<ArticleId> {
    @Override
    public ArticleId deserialize(JsonParser in, DeserializationContext context) {
      return new ArticleId(in.getString());
    }
  }
}
