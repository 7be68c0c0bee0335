package ballast.accuracy;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs another main and says at the end how much CPU its process took, all threads together. */
final class MeasuredMain {

  private static final Pattern CPU = Pattern.compile("CPU ms (\\d+)");

  private MeasuredMain() {}

  /** Arguments: the class, then those of its main. */
  public static void main(String[] args)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    System.out.println(
                        "CPU ms "
                            + ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())));
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  /** Seconds of CPU, from what it said. */
  static double seconds(String output) {
    Matcher matcher = CPU.matcher(output);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no figure in: " + output);
    }
    return Long.parseLong(matcher.group(1)) / 1e3;
  }
}
