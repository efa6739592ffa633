package dev.primacy.project;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One message of a catalogue.
 *
 * @param number its number
 * @param module the folder of the module that says it
 * @param level the log level; empty if it is the text of an exception or an answer
 * @param text what it says, with its placeholders
 */
record NumberedMessage(int number, String module, Optional<String> level, String text) {

  /** All messages of all modules, by number. */
  static List<NumberedMessage> all() {
    List<NumberedMessage> found = new ArrayList<>();
    JavaSource.MAIN.forEach(source -> collect(source, found));
    found.sort(Comparator.comparingInt(NumberedMessage::number));
    return found;
  }

  private static void collect(JavaSource source, List<NumberedMessage> found) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        // Message.NONE marks a part of another message
        annotation(method, "Message")
            .filter(message -> member(message, "id").orElse(null) instanceof LiteralTree)
            .ifPresent(message -> found.add(of(source.module(), method, message)));
        return super.visitMethod(method, null);
      }
    }.scan(source.unit(), null);
  }

  private static NumberedMessage of(String module, MethodTree method, AnnotationTree message) {
    Optional<String> level =
        annotation(method, "LogMessage")
            .map(log -> member(log, "level").map(Object::toString).orElse("INFO"))
            .map(name -> name.substring(name.lastIndexOf('.') + 1));
    int number = member(message, "id").map(id -> (Integer) constant(id)).orElse(0);
    String text = member(message, "value").map(value -> (String) constant(value)).orElse("");
    return new NumberedMessage(number, module, level, text);
  }

  private static Optional<AnnotationTree> annotation(MethodTree method, String name) {
    return method.getModifiers().getAnnotations().stream()
        .<AnnotationTree>map(annotation -> annotation)
        .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
        .findFirst();
  }

  private static Optional<ExpressionTree> member(AnnotationTree annotation, String name) {
    return annotation.getArguments().stream()
        .map(AssignmentTree.class::cast)
        .filter(assignment -> assignment.getVariable().toString().equals(name))
        .map(AssignmentTree::getExpression)
        .findFirst();
  }

  private static Object constant(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (expression instanceof ParenthesizedTree inner) {
      return constant(inner.getExpression());
    }
    if (expression instanceof BinaryTree sum) {
      return (String) constant(sum.getLeftOperand()) + constant(sum.getRightOperand());
    }
    throw new IllegalArgumentException("not a constant: " + expression);
  }
}
