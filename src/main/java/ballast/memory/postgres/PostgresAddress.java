package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a memory on a PostgreSQL server: {@code
 * postgresql://HOST[:PORT]/DATABASE?user=NAME&memory=NAME}. It never contains a password: the
 * driver finds it in the file of {@code PGPASSFILE}, or in {@code .pgpass}.
 *
 * @param host a name or an IP address
 * @param user the role that connects; empty for the name of the operating system's user
 * @param memory the memory's name and the name of its schema
 */
public record PostgresAddress(String host, int port, String database, String user, String memory) {

  private static final String SCHEME = "postgresql";
  private static final String SHAPE = "postgresql://HOST/DATABASE?user=NAME&memory=NAME";
  private static final int PORT = 5432;
  private static final int MAX_PORT = 0xFFFF;

  /** Leaves room for the suffixes of role names: the server cuts a name after 63 characters. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  /** Java's URI parser finds no host if its name contains {@code _}. */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(?<user>.*)@)?(?<host>\\[[^\\[\\]@]+\\]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{0,5}))?");

  /** Schemas of every database. */
  private static final Set<String> TAKEN = Set.of("public", "information_schema");

  private static final Set<String> PARAMETERS = Set.of("user", "memory");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public PostgresAddress {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port " + port);
    }
    if (!NAME.matcher(memory).matches() || memory.startsWith("pg_") || TAKEN.contains(memory)) {
      throw new InputException(
          "\"" + memory + "\" cannot be the name of a memory on a server",
          "use at most 50 small letters of English, digits and _, with a letter first:"
              + " memory=team");
    }
  }

  /**
   * @throws InputException if it is malformed or contains a password, which the message does not
   *     repeat
   */
  public static PostgresAddress parse(String text) {
    URI uri = uri(text);
    Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
    boolean hasHost = authority.matches();
    String userInfo =
        hasHost && authority.group("user") != null
            ? URLDecoder.decode(authority.group("user"), UTF_8)
            : "";
    Map<String, String> parameters = parameters(uri.getRawQuery());
    if (userInfo.indexOf(':') >= 0
        || parameters.containsKey("password")
        || parameters.getOrDefault("user", "").indexOf(':') >= 0) {
      throw new InputException(
          "the address of the memory holds a password",
          "take it out of the address: write it into the file .pgpass of your home folder, or into"
              + " the file that PGPASSFILE names, as a line HOST:PORT:DATABASE:USER:PASSWORD");
    }
    for (String name : parameters.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw malformed("it has a parameter \"" + name + "\"");
      }
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (!hasHost || path.length() < 2 || path.indexOf('/', 1) >= 0) {
      throw malformed("it names no host or no database");
    }
    String user = parameters.getOrDefault("user", userInfo);
    String database = URLDecoder.decode(path.substring(1), UTF_8);
    if ((user + database).indexOf('\0') >= 0) {
      throw malformed("a name in it holds the character U+0000");
    }
    String given = Objects.requireNonNullElse(authority.group("port"), "");
    int port = given.isEmpty() ? PORT : Integer.parseInt(given);
    if (port < 1 || port > MAX_PORT) {
      throw malformed("its port is not between 1 and " + MAX_PORT);
    }
    return new PostgresAddress(
        authority.group("host"), port, database, user, parameters.getOrDefault("memory", "memory"));
  }

  /** The JDK's own message would repeat the text, including any password. */
  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (SCHEME.equals(uri.getScheme()) && !uri.isOpaque()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw malformed("it is not a URL");
    }
    throw malformed("it does not begin with postgresql://");
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        String decoded = URLDecoder.decode(name, UTF_8);
        if (parameters.put(decoded, URLDecoder.decode(value, UTF_8)) != null) {
          throw malformed("it has two parameters \"" + decoded + "\"");
        }
      }
    }
    return parameters;
  }

  private static InputException malformed(String why) {
    return new InputException(
        "the address of the memory cannot be read: " + why, "write it as " + SHAPE);
  }

  /** On this machine the network cannot be tapped. */
  boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  /** Returns the URL of the database for the driver, without server and user. */
  String forDriver() {
    return "jdbc:postgresql:" + encoded(database);
  }

  /** Returns the host for the driver and for lines of {@code .pgpass}: IPv6 without brackets. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    String at = port == PORT ? host : host + ":" + port;
    String who = user.isEmpty() ? "" : "user=" + encoded(user) + "&";
    return SCHEME + "://" + at + "/" + encoded(database) + "?" + who + "memory=" + memory;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }
}
