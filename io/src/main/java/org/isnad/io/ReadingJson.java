package org.isnad.io;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Furniture;
import org.isnad.core.dating.Constraint;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.Toll;
import org.jspecify.annotations.Nullable;
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
 * What was read in an article, its times still in words, as JSON that is read back to the same
 * reading: the store's own format, not a published one. The article's text is not in it, and a
 * place stands as its id in the gazetteer.
 */
public final class ReadingJson {

  private final JsonMapper mapper;

  /** A format whose places are those of {@code gazetteer}. */
  public ReadingJson(Gazetteer gazetteer) {
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

  /** A reading on one line. */
  public String write(Reading reading) {
    return mapper.writeValueAsString(
        new Stored(reading.furniture(), reading.evidence(), reading.reports()));
  }

  /**
   * The reading of an article, or null where the line was written by a program that knew readings
   * of another shape.
   */
  public @Nullable Reading read(String json, Article article) {
    try {
      Stored stored = mapper.readValue(json, Stored.class);
      return new Reading(article, stored.furniture(), stored.evidence(), stored.reports());
    } catch (JacksonException | NullPointerException e) {
      return null;
    }
  }

  private record Stored(
      List<Furniture> furniture, List<Constraint> evidence, List<EventReport> reports) {}

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
