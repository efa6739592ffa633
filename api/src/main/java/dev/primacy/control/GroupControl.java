package dev.primacy.control;

import java.util.concurrent.CompletionStage;

/**
 * Commands for one group of this node.
 *
 * <p>A command returns at once; its stage completes when it was carried out, or exceptionally with
 * a {@link ControlException}. Do not wait for one within a guarded call or an observer of the
 * group. What depends on a stage runs on a thread of Primacy and should be short.
 *
 * <p>Every command fails with {@link ControlError#CONTROL_LOST} if the {@link Controller} it came
 * from is not in command any more, and those that change roles with {@link
 * ControlError#UPGRADE_IN_PROGRESS} while a {@link MaintenanceLock} is held.
 *
 * @since 0.1
 */
public interface GroupControl {

  /**
   * The group's name.
   *
   * @return the name
   */
  String group();

  /**
   * The same commands, each of them carried out only if the group's record is in this version when
   * it is: what stops a command from being replayed, and from overriding what somebody else did
   * meanwhile.
   *
   * @param version {@link GroupDetails#version}
   * @return commands that fail with {@link ControlError#STALE_VERSION} otherwise
   */
  GroupControl expecting(String version);

  /**
   * Makes this node the primary. If another node holds the group, it is asked through the store to
   * hand it over: it closes its guard, drains and releases in favour of this node, so there never
   * are two. If that node is dead, its lease is waited out.
   *
   * @return completes when this node's guard is open
   */
  CompletionStage<Void> bePrimary();

  /**
   * Makes this node follow a primary. Its state is copied first, by the application's {@link
   * SecondaryInitializer} if there is one; only then is this node a secondary. Where the election
   * is {@code automatic}, nodes follow by themselves and this checks and copies only. The outcome
   * is also fired as {@code SecondaryJoinResult}.
   *
   * @param primary the name of the node that has to be the primary
   * @return completes when this node is a secondary of that primary; on failure the node stays what
   *     it was
   */
  CompletionStage<Void> beSecondary(String primary);

  /**
   * Makes this node nothing: it gives up the role if it has it, follows nobody and takes nothing
   * until it is told. Needs an election that is not {@code automatic}.
   *
   * @return completes when this node is {@link HaState#NONE}
   */
  CompletionStage<Void> beNone();

  /**
   * Lets nodes that do not reach the store follow the group through this one, which has to be a
   * secondary.
   *
   * @return completes when this node is {@link HaState#RELAY}
   */
  CompletionStage<Void> beRelay();

  /**
   * Has the group taken by a node, whoever holds it now: like {@link #bePrimary} on that node.
   *
   * @param node its name
   * @return completes when the store shows that node as the holder
   */
  CompletionStage<Void> promote(String node);

  /**
   * Has the group's primary hand it to a node, wherever that primary is.
   *
   * @param node the name of the next primary
   * @return completes when the store shows that node as the holder; fails with {@link
   *     ControlError#BAD_STATE} if there is no primary
   */
  CompletionStage<Void> switchover(String node);

  /**
   * Has this node hand the group to whoever takes it.
   *
   * @return completes when the store has confirmed the release; fails with {@link
   *     ControlError#BAD_STATE} if this node is not the primary
   */
  CompletionStage<Void> stepDown();

  /**
   * On the primary: {@link #stepDown}. On a secondary: {@link #bePrimary}.
   *
   * @return as these
   */
  CompletionStage<Void> failover();

  /**
   * Keeps the group from being taken by anybody, or lets it be taken again. Who holds it keeps it.
   *
   * @param frozen whether it is to be kept
   * @return completes with the group as it is then
   */
  CompletionStage<GroupDetails> freeze(boolean frozen);

  /**
   * Has the group's primary refuse writes, or not because of an operator any more.
   *
   * @param readOnly whether it is to refuse them
   * @return completes with the group as it is then
   */
  CompletionStage<GroupDetails> readOnly(boolean readOnly);

  /**
   * Says that a node is dead. Its lease is waited out all the same, since only that makes it
   * certain that it does not act; then it is expelled, with {@code NodeLeft} and the cause {@code
   * DECLARED_DEAD}. Does nothing if there is no live node of this name.
   *
   * @param node its name
   * @return completes when it is gone; fails with {@link ControlError#BAD_STATE} if it renews its
   *     lease meanwhile, and so is alive
   */
  CompletionStage<Void> declareDead(String node);
}
