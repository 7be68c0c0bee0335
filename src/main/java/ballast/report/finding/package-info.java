/**
 * Findings of a check as text, JSON, SARIF, JUnit, tables and pages; what the terms of a glossary
 * come to.
 */
@NullMarked
package ballast.report.finding;

import org.jspecify.annotations.NullMarked;
