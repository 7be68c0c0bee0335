package ballast.links;

/** Takes the features of a stretch of target words. */
@FunctionalInterface
interface FeatureSink {

  /** Takes a feature by its name, with its value. */
  void add(String feature, double value);
}
