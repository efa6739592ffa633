package dev.primacy.event;

/**
 * What Primacy and its modules tell of their work, with an envelope.
 *
 * @since 0.1
 */
public sealed interface ServiceEvent extends EnvelopedEvent
    permits ApplicationStarted,
        ApplicationStopped,
        NodeReady,
        NodeAttributeAdded,
        StateInvalidated,
        TransitionInProgress,
        RawEngineEvent,
        SubscriptionAdded,
        SubscriptionRemoved,
        PrimaryTick,
        ProblemReported,
        MetricsSample {}
