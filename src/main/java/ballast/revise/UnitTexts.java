package ballast.revise;

/** The texts of a unit without its place. */
record UnitTexts(String source, String target) {}
