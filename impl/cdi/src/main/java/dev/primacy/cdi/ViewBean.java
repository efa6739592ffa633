package dev.primacy.cdi;

import dev.primacy.ClusterNode;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import org.jspecify.annotations.Nullable;

/**
 * The bean that describes a view, asked on the thread that follows, with the application's class
 * loader. It is made when it is asked first: one that cannot be made fails its view alone.
 */
final class ViewBean implements NodeView {
  private final BeanManager beans;
  private final Bean<?> bean;
  private final Class<? extends NodeView> type;
  private final ClassLoader loader;

  // one thread follows at a time, and another one after a restart
  private volatile @Nullable NodeView made;

  /** Something that is asked of the bean. */
  private interface Question {
    boolean answer(NodeView view) throws Exception;
  }

  /**
   * Makes a view.
   *
   * @param type a type of the bean
   */
  ViewBean(BeanManager beans, Bean<?> bean, Class<? extends NodeView> type, ClassLoader loader) {
    this.beans = beans;
    this.bean = bean;
    this.type = type;
    this.loader = loader;
  }

  @Override
  public boolean filter(ClusterNode node) throws Exception {
    return ask(view -> view.filter(node));
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return ask(view -> view.same(known, now));
  }

  private boolean ask(Question question) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return question.answer(view());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private NodeView view() {
    NodeView known = made;
    if (known == null) {
      known = (NodeView) beans.getReference(bean, type, beans.createCreationalContext(bean));
      made = known;
    }
    return known;
  }
}
