package dev.primacy.benchmarks.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Measured values of one kind, ascending. */
public final class Sample {
  private final double[] ascending;

  private Sample(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    ascending = values.clone();
    Arrays.sort(ascending);
  }

  public static Sample of(double... values) {
    return new Sample(values);
  }

  public static Sample of(DoubleStream values) {
    return new Sample(values.toArray());
  }

  /** Each subject beside the floor that was measured next to it. */
  public static Sample ratios(double[] subjects, double[] floors) {
    if (subjects.length != floors.length) {
      throw new IllegalArgumentException(subjects.length + " values beside " + floors.length);
    }
    double[] ratios = new double[subjects.length];
    Arrays.setAll(ratios, i -> subjects[i] / floors[i]);
    return new Sample(ratios);
  }

  public int size() {
    return ascending.length;
  }

  public double least() {
    return ascending[0];
  }

  public double greatest() {
    return ascending[ascending.length - 1];
  }

  public double median() {
    return quantile(0.5);
  }

  public double quantile(double share) {
    double position = share * (ascending.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
  }

  /**
   * Where the median lies with 95 % confidence, by order statistics: no shape of the noise is
   * assumed.
   */
  public Interval medianInterval() {
    double half = 0.98 * Math.sqrt(ascending.length);
    int low = (int) Math.floor(ascending.length / 2.0 - half);
    int high = (int) Math.ceil(ascending.length / 2.0 + half);
    return new Interval(
        ascending[Math.max(low, 0)], ascending[Math.min(high, ascending.length - 1)]);
  }

  public double[] values() {
    return ascending.clone();
  }
}
