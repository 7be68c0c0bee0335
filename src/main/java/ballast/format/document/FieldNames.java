package ballast.format.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Renames the elements of Word's fields. The filter swallows a field with its result, and every
 * paragraph over which the result reaches. Under other names the elements are markup like any
 * other, and the result is text. What is written has the real names again.
 */
final class FieldNames {

  private static final Map<String, String> NEUTRAL =
      Map.of(
          "fldChar", "ballastFieldMark",
          "instrText", "ballastFieldCode",
          "fldSimple", "ballastField");

  private static final Map<String, String> REAL =
      NEUTRAL.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  /** No name of Word is longer. */
  private static final int MAX_NAME = 64;

  private final Map<String, String> names;
  private final InputStream in;
  private final OutputStream out;

  private FieldNames(Map<String, String> names, InputStream in, OutputStream out) {
    this.names = names;
    this.in = in;
    this.out = out;
  }

  /** Whether a part of an archive can have fields. */
  static boolean concerns(String part) {
    return part.startsWith("word/") && part.endsWith(".xml");
  }

  /** Whether an element of this name, without prefix and in lower case, belongs to a field. */
  static boolean isField(String element) {
    return element.equals("fldchar") || element.equals("fldsimple");
  }

  /** Copies a document for the filter. */
  static void copy(ZipFile document, Path copy) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
      zip.setLevel(Deflater.BEST_SPEED);
      Enumeration<? extends ZipEntry> entries = document.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = document.getInputStream(entry)) {
          if (concerns(entry.getName())) {
            new FieldNames(NEUTRAL, new BufferedInputStream(in), zip).rename();
          } else {
            in.transferTo(zip);
          }
        }
        zip.closeEntry();
      }
    }
  }

  /** A part that the filter has written, with the real names. */
  static byte[] restored(byte[] part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.length);
    new FieldNames(REAL, new ByteArrayInputStream(part), out).rename();
    return out.toByteArray();
  }

  private void rename() throws IOException {
    byte[] buffer = new byte[1 << 13];
    StringBuilder name = new StringBuilder(MAX_NAME);
    boolean inName = false;
    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < read; i++) {
        byte b = buffer[i];
        if (inName && (ends(b, name) || name.length() == MAX_NAME)) {
          out.write(renamed(name.toString()).getBytes(ISO_8859_1));
          from = i;
          inName = false;
        } else if (inName) {
          name.append((char) (b & 0xFF));
        }
        if (!inName && b == '<') {
          out.write(buffer, from, i + 1 - from);
          from = i + 1;
          inName = true;
          name.setLength(0);
        }
      }
      if (!inName) {
        out.write(buffer, from, read - from);
      }
    }
    out.write(inName ? name.toString().getBytes(ISO_8859_1) : new byte[0]);
  }

  private static boolean ends(byte b, StringBuilder name) {
    return b == '>' || b == '<' || (b >= 0 && b <= ' ') || (b == '/' && !name.isEmpty());
  }

  private String renamed(String name) {
    int local = Math.max(name.indexOf('/'), name.indexOf(':')) + 1;
    String other = names.get(name.substring(local));
    return other == null ? name : name.substring(0, local) + other;
  }
}
