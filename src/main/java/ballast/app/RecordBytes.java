package ballast.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serializes records for another process of the same version of Ballast. Components are records,
 * constants of an enum, texts, numbers, truth values or bytes; or lists, sets or maps of these; or
 * null.
 */
public final class RecordBytes {

  private RecordBytes() {}

  public static byte[] of(Record record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads the bytes of {@link #of}. */
  public static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return type.cast(Objects.requireNonNull(read(in, type)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    out.writeBoolean(value != null);
    if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        write(out, component(record, component));
      }
    } else if (value instanceof Collection<?> items) {
      out.writeInt(items.size());
      for (Object item : items) {
        write(out, item);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue());
      }
    } else if (value != null) {
      writeSimple(out, value);
    }
  }

  private static void writeSimple(DataOutputStream out, Object value) throws IOException {
    if (value instanceof String text) {
      writeSimple(out, text.getBytes(UTF_8));
    } else if (value instanceof byte[] bytes) {
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value instanceof Enum<?> constant) {
      out.writeUTF(constant.name());
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      throw new IllegalArgumentException("a component of " + value.getClass());
    }
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true); // its record may be private
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object read(DataInputStream in, Type type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    if (!(type instanceof ParameterizedType generic)) {
      Class<?> plain = (Class<?>) type;
      return plain.isRecord() ? record(in, plain) : simple(in, plain);
    }
    Type[] arguments = generic.getActualTypeArguments();
    int size = in.readInt();
    if (generic.getRawType() == Map.class) {
      Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(read(in, arguments[0]), read(in, arguments[1]));
      }
      return map;
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(read(in, arguments[0]));
    }
    return generic.getRawType() == Set.class ? Set.copyOf(items) : items;
  }

  private static Object record(DataInputStream in, Class<?> type) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(in, components[i].getGenericType());
    }
    try {
      var canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object simple(DataInputStream in, Class<?> type) throws IOException {
    if (type == String.class) {
      return new String(in.readNBytes(in.readInt()), UTF_8);
    } else if (type == byte[].class) {
      return in.readNBytes(in.readInt());
    } else if (type.isEnum()) {
      String name = in.readUTF();
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(name))
          .findFirst()
          .orElseThrow();
    } else if (type == int.class || type == Integer.class) {
      return in.readInt();
    } else if (type == long.class || type == Long.class) {
      return in.readLong();
    } else if (type == double.class || type == Double.class) {
      return in.readDouble();
    } else if (type == boolean.class || type == Boolean.class) {
      return in.readBoolean();
    }
    throw new IllegalArgumentException("a component of " + type);
  }
}
