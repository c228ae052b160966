package org.isnad.parquet;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.isnad.export.Column;
import org.isnad.export.ExportFormat;
import org.isnad.export.ExportOptions;
import org.isnad.export.IncidentColumns;
import org.isnad.export.IncidentSink;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/** The table of incidents as Parquet (zstd): dates are dates and numbers are numbers. */
public final class ParquetFormat implements ExportFormat {

  /** Bytes of a group of rows before it is written; the library's own 128 MB fill a small heap. */
  private static final long ROW_GROUP = 8L << 20;

  /** For the service loader. */
  public ParquetFormat() {}

  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public String description() {
    return "the same table as Parquet";
  }

  @Override
  public IncidentSink open(OutputStream out, ExportOptions options) throws IOException {
    CarpetWriter<IncidentRecord> writer =
        new CarpetWriter.Builder<>(out, IncidentRecord.class)
            .withConf(new PlainParquetConfiguration())
            .withWriteRecordModel(model(options))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP)
            .withExtraMetaData("schema", "urn:isnad:incident-row:1")
            .build();
    return new Sink(writer);
  }

  private static WriteRecordModelType<IncidentRecord> model(ExportOptions options) {
    WriteRecordModelType<IncidentRecord> model = FieldTypes.writeRecordModel(IncidentRecord.class);
    for (Column column : IncidentColumns.ALL) {
      model.withField(column.name(), type(column), incident -> value(column, incident, options));
    }
    return model;
  }

  private static FieldType type(Column column) {
    return switch (column.kind()) {
      case TEXT -> FieldTypes.STRING;
      case DATE -> FieldTypes.LOCAL_DATE;
      case INTEGER -> FieldTypes.INTEGER;
      case DECIMAL -> FieldTypes.DOUBLE;
    };
  }

  private static @Nullable Object value(
      Column column, IncidentRecord incident, ExportOptions options) {
    Object value = column.of(incident, options);
    return value != null && column.kind() == Column.Kind.DATE
        ? LocalDate.parse(value.toString())
        : value;
  }

  /** Hands incidents to the library. */
  private record Sink(CarpetWriter<IncidentRecord> writer) implements IncidentSink {

    @Override
    public void add(IncidentRecord incident) throws IOException {
      writer.write(incident);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
