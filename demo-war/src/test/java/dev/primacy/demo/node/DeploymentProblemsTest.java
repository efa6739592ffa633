package dev.primacy.demo.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentProblemsTest {

  @Test
  void only_the_problems_of_a_list_are_told() {
    String message =
        """
        Exception List with 2 exceptions:
        Exception 0 :
        jakarta.enterprise.inject.spi.DeploymentException: PRIMACY-1001: 2 problem(s):
          PRIMACY-1004: one
          PRIMACY-1002: two
        \tat some.Type.method(Type.java:1)
        Caused by: dev.primacy.core.runtime.PrimacyStartException: PRIMACY-1001: 2 problem(s):
          PRIMACY-1004: one
        \t... 28 more
        Exception 1 :
        jakarta.enterprise.inject.spi.DefinitionException: PRIMACY-1201: three
        \tat some.Type.method(Type.java:1)
        """;
    assertThat(DeploymentProblems.in(new IllegalStateException(message)))
        .isEqualTo(
            """
            PRIMACY-1001: 2 problem(s):
              PRIMACY-1004: one
              PRIMACY-1002: two
            PRIMACY-1201: three""");
  }

  @Test
  void a_single_message_and_none_are_told_as_they_are() {
    assertThat(DeploymentProblems.in(new IllegalStateException("PRIMACY-1210: one")))
        .isEqualTo("PRIMACY-1210: one");
    assertThat(DeploymentProblems.in(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }
}
