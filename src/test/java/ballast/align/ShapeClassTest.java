package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.RescoringFeatures.ShapeClass;
import ballast.align.Shapes.BeadShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeClassTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1-1", "1, 2, 1-2", "1, 3, 1-3", "1, 4, 1-many", "1, 10, 1-many", "2, 1, 2-1",
    "3, 1, many-1", "6, 1, many-1", "2, 2, 2-2", "2, 3, 2-3", "3, 2, 3-2", "3, 3, many-many",
    "2, 4, many-many", "4, 3, many-many"
  })
  void aShapeHasTheLabelOfItsClass(int left, int right, String label) {
    assertThat(ShapeClass.LABELS.get(ShapeClass.of(left, right))).isEqualTo(label);
  }

  @Test
  void everyDefaultShapeHasALabel() {
    for (BeadShape shape : Shapes.DEFAULT.list()) {
      assertThat(ShapeClass.of(shape.left(), shape.right()))
          .isBetween(0, ShapeClass.LABELS.size() - 1);
    }
  }
}
