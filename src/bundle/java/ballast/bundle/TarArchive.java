package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs a folder as a gzipped tar file (POSIX ustar). Its bytes depend only on the content. */
final class TarArchive {

  private static final int BLOCK = 512;
  private static final int MAX_NAME = 100;
  private static final int MAX_PREFIX = 155;

  private final OutputStream out;
  private final long seconds;

  private TarArchive(OutputStream out, Instant time) {
    this.out = out;
    this.seconds = time.getEpochSecond();
  }

  /** Packs {@code folder} under its own name. */
  static void write(Path folder, Path file, Instant time) throws IOException {
    try (OutputStream out = new BestGzip(new BufferedOutputStream(Files.newOutputStream(file)))) {
      TarArchive archive = new TarArchive(out, time);
      String top = folder.getFileName() + "/";
      archive.header(top, folder, 0);
      for (Path entry : Tree.entries(folder)) {
        archive.add(top + Tree.slashed(folder.relativize(entry)), entry);
      }
      out.write(new byte[2 * BLOCK]);
    }
  }

  private void add(String name, Path entry) throws IOException {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      header(name + "/", entry, 0);
    } else if (Files.isSymbolicLink(entry)) {
      header(name, entry, 0);
    } else {
      long size = Files.size(entry);
      header(name, entry, size);
      Files.copy(entry, out);
      out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }
  }

  private void header(String name, Path entry, long size) throws IOException {
    byte[] block = new byte[BLOCK];
    int cut = name.length() <= MAX_NAME ? -1 : name.lastIndexOf('/', MAX_PREFIX);
    if (name.length() - cut - 1 > MAX_NAME) {
      throw new BundleException("the path is too long for a tar file: " + name);
    }
    boolean link = Files.isSymbolicLink(entry);
    put(block, 0, name.substring(cut + 1));
    put(block, 345, cut < 0 ? "" : name.substring(0, cut));
    number(block, 100, 8, link ? 0777 : mode(Permissions.of(entry)));
    number(block, 108, 8, 0);
    number(block, 116, 8, 0);
    number(block, 124, 12, size);
    number(block, 136, 12, seconds);
    put(block, 156, link ? "2" : name.endsWith("/") ? "5" : "0");
    put(block, 157, link ? Tree.slashed(Files.readSymbolicLink(entry)) : "");
    put(block, 257, "ustar\00000root");
    put(block, 297, "root");
    put(block, 148, " ".repeat(8));
    int sum = 0;
    for (byte part : block) {
      sum += part & 0xff;
    }
    number(block, 148, 8, sum);
    out.write(block);
  }

  private static int mode(String permissions) {
    int mode = 0;
    for (int i = 0; i < permissions.length(); i++) {
      mode = 2 * mode + (permissions.charAt(i) == '-' ? 0 : 1);
    }
    return mode;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** An octal number with leading zeros and a trailing NUL. */
  private static void number(byte[] block, int at, int width, long value) {
    String digits = Long.toOctalString(value);
    put(block, at, "0".repeat(width - 1 - digits.length()) + digits);
    block[at + width - 1] = 0;
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
