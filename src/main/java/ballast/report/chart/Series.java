package ballast.report.chart;

/**
 * One of the values that a chart shows for each of its rows or times.
 *
 * @param name for the reader
 * @param look class of its colour: {@code good}, {@code fair}, {@code plain}, {@code doubtful} or
 *     {@code bad}
 */
public record Series(String name, String look) {}
