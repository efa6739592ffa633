package dev.primacy.watch;

/**
 * Why watching ended.
 *
 * @since 0.1
 */
public enum MonitorEnd {
  /** It was stopped, or the application was. */
  STOPPED,
  /** A record could not be decoded, and {@link DecodeFailureMode#ABORT} is what follows. */
  DECODE_FAILURE,
  /** The group is gone. */
  GROUP_DROPPED,
  /** The store stayed unreachable for longer than {@link MonitorOptions#reconnectWithin}. */
  UNREACHABLE,
  /** Something that should not happen. */
  FAILED
}
